# The main thread fails: its report comes first, then the others end.
import atexit
import threading
import time


def work():
    time.sleep(0.03)
    print("the thread ends")


atexit.register(print, "atexit")
threading.Thread(target=work).start()
raise RuntimeError("in the main thread")
