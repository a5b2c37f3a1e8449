# A lock for many readers or one writer.
import threading
import time


class ReadWriteLock:
    def __init__(self):
        self._condition = threading.Condition()
        self._readers = 0
        self._writing = False

    def acquire_read(self):
        with self._condition:
            self._condition.wait_for(lambda: not self._writing)
            self._readers += 1

    def release_read(self):
        with self._condition:
            self._readers -= 1
            self._condition.notify_all()

    def acquire_write(self):
        with self._condition:
            self._condition.wait_for(lambda: not self._writing and not self._readers)
            self._writing = True

    def release_write(self):
        with self._condition:
            self._writing = False
            self._condition.notify_all()


lock = ReadWriteLock()
value, most, readers, seen = 0, 0, 0, []


def read():
    global readers, most
    lock.acquire_read()
    readers += 1
    most = max(most, readers)
    time.sleep(0.02)
    seen.append(value)
    readers -= 1
    lock.release_read()


def write():
    global value
    lock.acquire_write()
    old = value
    time.sleep(0.01)
    value = old + 1
    lock.release_write()


threads = [threading.Thread(target=target) for target in (read, read, write, read, write)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(value, most >= 2, seen[0], len(seen))
