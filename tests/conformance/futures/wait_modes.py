# wait(): for the first, for the first failure, for all, for a while.
import time
from concurrent.futures import ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, ThreadPoolExecutor, wait


def job(name, seconds, fail=False):
    time.sleep(seconds)
    if fail:
        raise RuntimeError(name)
    return name


def show(result):
    print(len(result.done), len(result.not_done), sorted(f.result() if f.exception() is None else repr(f.exception()) for f in result.done))


with ThreadPoolExecutor(4) as pool:
    futures = [pool.submit(job, "a", 0.05), pool.submit(job, "b", 0.2)]
    show(wait(futures, return_when=FIRST_COMPLETED))
    show(wait(futures, timeout=0.01))
    show(wait(futures))
    futures = [pool.submit(job, "c", 0.02), pool.submit(job, "d", 0.06, True), pool.submit(job, "e", 0.3)]
    show(wait(futures, return_when=FIRST_EXCEPTION))
    done, not_done = wait(futures, return_when=ALL_COMPLETED)
    print(len(done), not_done)
    try:
        wait(futures, return_when="SOMETIME")
    except ValueError as error:
        print(error)
