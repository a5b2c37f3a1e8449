# The timing decorators that courses use, rounded.
import time
from contextlib import contextmanager
from functools import wraps


def timed(f):
    @wraps(f)
    def wrapper(*args, **kw):
        start = time.perf_counter()
        try:
            return f(*args, **kw)
        finally:
            print(f"{f.__name__} took about {time.perf_counter() - start:.1f} s")

    return wrapper


@contextmanager
def stopwatch(label):
    start = time.monotonic()
    yield
    print(label, round(time.monotonic() - start, 1))


@timed
def work(seconds):
    time.sleep(seconds)
    return "result"


print(work(0.11))
with stopwatch("block"):
    time.sleep(0.22)
with stopwatch("nothing"):
    pass
start = time.time()
for i in range(3):
    time.sleep(0.1)
print(int((time.time() - start) * 10))
