# A Lock may be released by another thread than the one that took it; an RLock may not.
import threading
import time

lock = threading.Lock()
lock.acquire()


def releases():
    time.sleep(0.01)
    print("releases what another thread holds")
    lock.release()


thread = threading.Thread(target=releases)
thread.start()
lock.acquire()
print("has it again")
thread.join()

again = threading.RLock()
again.acquire()


def tries():
    try:
        again.release()
    except RuntimeError as error:
        print(error)
    print(again.acquire(blocking=False), again.acquire(timeout=0.01))


thread = threading.Thread(target=tries)
thread.start()
thread.join()
