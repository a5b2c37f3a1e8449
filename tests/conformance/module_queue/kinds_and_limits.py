# queue: FIFO, LIFO, priority; limits, timeouts, task_done, shutdown.
import queue

q = queue.Queue(maxsize=2)
q.put("a")
q.put("b", block=False)
print(q.full(), q.qsize(), q.empty())
for work in (lambda: q.put_nowait("c"), lambda: q.put("c", timeout=0.01), lambda: q.put("c", timeout=-1)):
    try:
        work()
    except Exception as error:
        print(type(error).__name__, error)
print(q.get(), q.get(timeout=1))
for work in (lambda: q.get_nowait(), lambda: q.get(timeout=0.01), lambda: q.get(block=False)):
    try:
        work()
    except queue.Empty as error:
        print("Empty", error.args)
q.task_done()
q.task_done()
try:
    q.task_done()
except ValueError as error:
    print(error)
q.join()
stack = queue.LifoQueue()
for n in range(3):
    stack.put(n)
print([stack.get() for _ in range(3)])
ordered = queue.PriorityQueue()
for item in ((2, "b"), (1, "z"), (2, "a"), (0, "first")):
    ordered.put(item)
print([ordered.get() for _ in range(4)])
ordered.put((1, {}))
try:
    ordered.put((1, {}))
except TypeError as error:
    print(error)
simple = queue.SimpleQueue()
simple.put(1)
print(simple.qsize(), simple.get(), simple.empty())
q.put("left")
q.shutdown()
try:
    q.put("late")
except queue.ShutDown as error:
    print("ShutDown", error.args)
print(q.get())
try:
    q.get()
except queue.ShutDown:
    print("nothing left")
