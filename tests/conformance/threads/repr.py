# What threads and locks show of themselves.
import re
import threading


def show(thing):
    print(re.sub(r"0x[0-9a-f]+", "0x...", re.sub(r"\b\d{4,}\b|(?<=started )\d+|(?<=stopped )\d+|(?<=daemon )\d+|owner=\d+", "#", repr(thing))))


go = threading.Event()
thread = threading.Thread(target=go.wait, name="waiter")
show(thread)
show(threading.main_thread())
thread.start()
show(thread)
go.set()
thread.join()
show(thread)
daemon = threading.Thread(target=print, name="d", daemon=True)
show(daemon)
lock = threading.Lock()
show(lock)
with lock:
    show(lock)
again = threading.RLock()
show(again)
with again, again:
    show(again)
event = threading.Event()
show(event)
event.set()
show(event)
show(threading.Semaphore(3))
show(threading.BoundedSemaphore(2))
show(threading.Barrier(2))
show(threading.Condition(threading.Lock()))
print(type(lock), type(again), threading.Lock, threading.RLock)
