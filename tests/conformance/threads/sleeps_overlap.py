# Sleeping threads do not wait for each other.
import threading
import time

log = []


def sleeper(name, seconds):
    time.sleep(seconds)
    log.append(name)


started = time.perf_counter()
threads = [threading.Thread(target=sleeper, args=(n, n / 20)) for n in (3, 1, 2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
seconds = time.perf_counter() - started
print(log, 0.14 < seconds < 0.25)
