# A lock that is held while sleeping; everybody gets it in the end.
import threading
import time

lock = threading.Lock()
log = []


def worker(name):
    for i in range(3):
        with lock:
            log.append(f"{name}{i}")
            time.sleep(0.01)
        time.sleep(0.001)


threads = [threading.Thread(target=worker, args=(name,)) for name in "abc"]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(log))
print(lock.locked(), lock.acquire(timeout=0.01), lock.locked(), lock.acquire(False), lock.acquire(timeout=0.01))
lock.release()
