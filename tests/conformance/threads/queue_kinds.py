# The four queues, their limits and ends.
import queue
import threading
import time

fifo, lifo, by_priority, simple = queue.Queue(2), queue.LifoQueue(), queue.PriorityQueue(), queue.SimpleQueue()
for n in (3, 1, 2):
    lifo.put(n)
    by_priority.put(n)
    simple.put(n)
print([q.get() for q in (lifo, by_priority, simple) for _ in range(3)])
fifo.put("a")
fifo.put_nowait("b")
print(fifo.full(), fifo.qsize(), fifo.maxsize)
for call in (lambda: fifo.put_nowait("c"), lambda: fifo.put("c", timeout=0.01), lambda: simple.get_nowait(), lambda: simple.get(timeout=0.01), lambda: fifo.get(timeout=-1), fifo.task_done, fifo.task_done, fifo.task_done):
    try:
        print(call())
    except (queue.Empty, queue.Full, ValueError) as error:
        print(type(error).__name__, error)


def later():
    time.sleep(0.01)
    fifo.get()


threading.Thread(target=later).start()
fifo.put("c")
print(fifo.qsize(), list(fifo.queue))
fifo.shutdown()
try:
    fifo.put("d")
except queue.ShutDown as error:
    print("ShutDown", error)
print(fifo.get(), fifo.get())
try:
    fifo.get()
except queue.ShutDown:
    print("ShutDown")
