# Producers and consumers around a queue; None ends a consumer.
import queue
import threading
import time


def producer(name, jobs, count):
    for i in range(count):
        jobs.put(f"{name}{i}")
        time.sleep(0.01)


def consumer(jobs, results):
    while (job := jobs.get()) is not None:
        results.append(job.upper())
        jobs.task_done()
    jobs.task_done()


jobs = queue.Queue(maxsize=2)
results = []
consumers = [threading.Thread(target=consumer, args=(jobs, results)) for _ in range(2)]
producers = [threading.Thread(target=producer, args=(name, jobs, 4)) for name in "xy"]
for thread in consumers + producers:
    thread.start()
for thread in producers:
    thread.join()
for _ in consumers:
    jobs.put(None)
jobs.join()
for thread in consumers:
    thread.join()
print(sorted(results), jobs.qsize(), jobs.empty())
