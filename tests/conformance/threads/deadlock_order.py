# Two locks taken in different orders: with a limit, the deadlock shows and is left.
import threading
import time

first, second = threading.Lock(), threading.Lock()
log = []


def worker(name, one, two, patience):
    with one:
        log.append(f"{name} has one")
        time.sleep(0.02)
        if two.acquire(timeout=patience):
            log.append(f"{name} has both")
            two.release()
        else:
            log.append(f"{name} gives up")


threads = [threading.Thread(target=worker, args=("A", first, second, 0.05)), threading.Thread(target=worker, args=("B", second, first, 1))]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(*log, sep="\n")
log.clear()
threads = [threading.Thread(target=worker, args=(name, first, second, 1)) for name in "AB"]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(*log, sep="\n")
