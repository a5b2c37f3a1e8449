# A pool: submit, results, errors, and its end.
import threading
from concurrent.futures import ThreadPoolExecutor


def square(n):
    return n * n


def fails(text):
    raise ValueError(text)


with ThreadPoolExecutor(max_workers=3) as pool:
    futures = [pool.submit(square, n) for n in range(5)]
    print([future.result() for future in futures])
    bad = pool.submit(fails, "in the pool")
    try:
        bad.result()
    except ValueError as error:
        print("caught", error)
    print(repr(bad.exception()), futures[0].exception(), bad.done(), bad.running(), bad.cancelled(), bad.cancel())
    print(pool.submit(pow, 2, mod=7, exp=5).result())
try:
    pool.submit(square, 1)
except RuntimeError as error:
    print(error)
print(threading.active_count())
