# A thread's daemon flag is that of the thread that makes it.
import threading


def child(level):
    print(level, threading.current_thread().daemon)
    if level < 2:
        thread = threading.Thread(target=child, args=(level + 1,))
        thread.start()
        thread.join()


for daemon in (True, False):
    thread = threading.Thread(target=child, args=(0,), daemon=daemon)
    thread.start()
    thread.join()
