# A generator that two threads share: not while it runs.
import threading
import time


def numbers():
    for n in range(4):
        time.sleep(0.01)
        yield n


shared = numbers()
log = []


def take():
    try:
        log.append(next(shared))
    except ValueError as error:
        log.append(str(error))


threads = [threading.Thread(target=take) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(log)


class Locked:
    def __init__(self, iterator):
        self.iterator, self.lock = iterator, threading.Lock()

    def __iter__(self):
        return self

    def __next__(self):
        with self.lock:
            return next(self.iterator)


safe = Locked(numbers())
got = []
threads = [threading.Thread(target=lambda: got.append(next(safe))) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(got))
