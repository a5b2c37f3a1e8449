# Locks inside properties, operators and comparisons, while other threads hold them.
import threading
import time


class Shared:
    def __init__(self):
        self._lock = threading.Lock()
        self._value = 0

    @property
    def value(self):
        with self._lock:
            return self._value

    @value.setter
    def value(self, new):
        with self._lock:
            self._value = new

    def set_slowly(self, new):
        with self._lock:
            time.sleep(0.01)
            self._value = new

    def __add__(self, other):
        with self._lock:
            return self._value + other

    def __lt__(self, other):
        with self._lock:
            return self._value < other

    def __repr__(self):
        with self._lock:
            return f"Shared({self._value})"


shared = Shared()
seen = []


def write():
    for n in range(1, 4):
        shared.set_slowly(n)
        shared.value = n


def read():
    for _ in range(3):
        seen.append(shared.value)
        repr(shared)
        shared + 1
        time.sleep(0.005)


threads = [threading.Thread(target=write), threading.Thread(target=read)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(shared.value, shared + 1, shared < 3, shared, seen == sorted(seen), len(seen))
print(sorted([3, 1, 2], key=lambda n: -shared.value * n))
