# Thousands of threads, one after the other and many at once.
import threading

total = 0
lock = threading.Lock()


def add(n):
    global total
    with lock:
        total += n


for n in range(2000):
    thread = threading.Thread(target=add, args=(n,))
    thread.start()
    thread.join()
print(total, threading.active_count())
gate = threading.Event()
threads = [threading.Thread(target=lambda: (gate.wait(), add(1))) for _ in range(300)]
for thread in threads:
    thread.start()
print(threading.active_count())
gate.set()
for thread in threads:
    thread.join()
print(total, threading.active_count())
