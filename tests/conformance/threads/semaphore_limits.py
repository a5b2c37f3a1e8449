# A semaphore lets so many in at a time.
import threading
import time

limit = threading.Semaphore(2)
lock = threading.Lock()
inside, most, order = 0, 0, []


def visit(n):
    global inside, most
    with limit:
        with lock:
            inside += 1
            most = max(most, inside)
            order.append(n)
        time.sleep(0.02)
        with lock:
            inside -= 1


threads = [threading.Thread(target=visit, args=(n,)) for n in range(6)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(most, inside, order[:2], sorted(order))
print(limit.acquire(blocking=False), limit.acquire(timeout=0.01), limit.acquire(timeout=0.01), limit.acquire(blocking=False))
limit.release(2)
print(limit.acquire(), limit.acquire())
bounded = threading.BoundedSemaphore(2)
with bounded:
    print(bounded.acquire(False), bounded.acquire(False))
    bounded.release()
try:
    bounded.release()
except ValueError as error:
    print(error)
