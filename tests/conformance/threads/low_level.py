# _thread itself: threads without a Thread object.
import _thread
import threading
import time

done = _thread.allocate_lock()
done.acquire()


def worker(a, b=0):
    print("worker", a, b, threading.current_thread().name.startswith("Dummy"), threading.current_thread().daemon)
    done.release()


print(isinstance(_thread.start_new_thread(worker, (1,), {"b": 2}), int))
done.acquire()


def fails():
    raise ValueError("nobody waits for it")


def leaves():
    _thread.exit()
    print("never")


_thread.start_new_thread(leaves, ())
_thread.start_new_thread(fails, ())
time.sleep(0.01)
for arguments in ((1, ()), (print, []), (print, (), 3)):
    try:
        _thread.start_new_thread(*arguments)
    except TypeError as error:
        print(error)
print(done.locked(), _thread.LockType is type(done), _thread.TIMEOUT_MAX == threading.TIMEOUT_MAX)
