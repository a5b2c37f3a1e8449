# join() with a limit says nothing: is_alive() tells.
import threading
import time

thread = threading.Thread(target=time.sleep, args=(0.2,))
thread.start()
print(thread.join(0.01), thread.is_alive())
thread.join(0)
thread.join(-1)
print(thread.is_alive())
started = time.monotonic()
print(thread.join(), thread.is_alive())
print(time.monotonic() - started > 0.1)
print(thread.join(5))
