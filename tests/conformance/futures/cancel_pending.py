# Only what has not begun can be cancelled.
import threading
from concurrent.futures import CancelledError, ThreadPoolExecutor

gate = threading.Event()
with ThreadPoolExecutor(1) as pool:
    running = pool.submit(gate.wait)
    waiting = [pool.submit(print, "never printed"), pool.submit(print, "printed")]
    print(running.running(), running.cancel(), waiting[0].cancel(), waiting[0].cancelled(), waiting[1].cancelled())
    gate.set()
try:
    waiting[0].result()
except CancelledError as error:
    print("cancelled", error.args)
print(running.result(), waiting[1].result())
