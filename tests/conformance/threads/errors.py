# What may not be done.
import threading


def attempt(what, *arguments, **options):
    try:
        print(what(*arguments, **options))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


thread = threading.Thread(target=print, args=("runs",))
attempt(thread.join)
thread.start()
attempt(thread.start)
thread.join()
thread.join()
attempt(thread.start)
attempt(setattr, thread, "daemon", True)
attempt(threading.current_thread().join)
attempt(threading.Thread, "group", print)
lock = threading.Lock()
attempt(lock.release)
attempt(lock.acquire, False, 1)
attempt(lock.acquire, timeout=-2)
attempt(lock.acquire, timeout=1e20)
attempt(lock.acquire, "yes", "no")
again = threading.RLock()
attempt(again.release)
condition = threading.Condition()
attempt(condition.wait)
attempt(condition.notify)
attempt(threading.Semaphore, -1)
bounded = threading.BoundedSemaphore(1)
attempt(bounded.release)
attempt(bounded.acquire, False, 1)


class Careless(threading.Thread):
    def __init__(self):
        pass


attempt(Careless().start)
attempt(threading.local, 1)
