# shutdown() wakes whoever waits for a queue.
import queue
import threading

jobs = queue.Queue()
log = []


def worker(name):
    try:
        while True:
            log.append((name, jobs.get()))
            jobs.task_done()
    except queue.ShutDown:
        log.append((name, "stops"))


threads = [threading.Thread(target=worker, args=(n,)) for n in range(2)]
for thread in threads:
    thread.start()
jobs.put("work")
jobs.join()
jobs.shutdown()
for thread in threads:
    thread.join()
print(sorted(log, key=str))
jobs = queue.Queue()
for n in range(3):
    jobs.put(n)
jobs.shutdown(immediate=True)
print(jobs.qsize(), jobs.unfinished_tasks)
try:
    jobs.get()
except queue.ShutDown:
    print("nothing left")
