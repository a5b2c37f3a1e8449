# An initializer for each worker; if it fails, the pool is broken.
import logging
import threading
from concurrent.futures import BrokenExecutor, ThreadPoolExecutor
from concurrent.futures.thread import BrokenThreadPool

logging.disable()
local = threading.local()
count = []


def prepare(text):
    local.greeting = text
    count.append(threading.current_thread().name)


with ThreadPoolExecutor(2, "worker", prepare, ("hello",)) as pool:
    print(sorted(set(pool.map(lambda n: local.greeting, range(4)))))
print(sorted(set(count))[0])
with ThreadPoolExecutor(1, initializer=lambda: 1 / 0) as pool:
    future = pool.submit(print, "never")
    try:
        future.result()
    except BrokenThreadPool as error:
        print(type(error).__name__, error, isinstance(error, BrokenExecutor))
    try:
        pool.submit(print, "never")
    except BrokenThreadPool as error:
        print(error)
for arguments in ((0,), (1, "", "no function")):
    try:
        ThreadPoolExecutor(*arguments)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
