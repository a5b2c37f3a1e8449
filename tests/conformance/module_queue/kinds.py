"""queue: order, limits, timeouts, tasks done, shutting down."""
import queue
import threading

for kind in (queue.Queue, queue.LifoQueue, queue.PriorityQueue, queue.SimpleQueue):
    q = kind()
    for item in (3, 1, 2):
        q.put(item)
    print(kind.__name__, q.qsize(), [q.get() for _ in range(3)], q.empty())
q = queue.Queue(maxsize=2)
q.put("a")
q.put_nowait("b")
print(q.full(), q.maxsize)
for attempt in (lambda: q.put_nowait("c"), lambda: q.put("c", timeout=0.01), lambda: q.put("c", block=False)):
    try:
        attempt()
    except queue.Full as error:
        print(type(error).__name__, error.args)
print(q.get(), q.get())
for attempt in (lambda: q.get_nowait(), lambda: q.get(timeout=0.01)):
    try:
        attempt()
    except queue.Empty as error:
        print(repr(error))
q.task_done()
q.task_done()
try:
    q.task_done()
except ValueError as error:
    print(error)
try:
    q.get(timeout=-1)
except ValueError as error:
    print(error)

jobs, results = queue.Queue(), []


def worker():
    while True:
        try:
            n = jobs.get()
        except queue.ShutDown:
            return
        results.append(n * n)
        jobs.task_done()


threads = [threading.Thread(target=worker) for _ in range(3)]
for t in threads:
    t.start()
for n in range(6):
    jobs.put(n)
jobs.join()
jobs.shutdown()
for t in threads:
    t.join()
print(sorted(results), jobs.is_shutdown)
try:
    jobs.put(1)
except queue.ShutDown as error:
    print(type(error).__name__, error)
late = queue.Queue()
late.put(1)
late.shutdown(immediate=True)
try:
    late.get()
except queue.ShutDown:
    print("gone")
p = queue.PriorityQueue()
for item in ((2, "b"), (1, "z"), (1, "a")):
    p.put(item)
print([p.get() for _ in range(3)])
