# as_completed() gives futures when they are done.
import time
from concurrent.futures import ThreadPoolExecutor, as_completed


def sleeper(seconds):
    time.sleep(seconds)
    return seconds


with ThreadPoolExecutor(4) as pool:
    names = {pool.submit(sleeper, seconds): f"job of {seconds}" for seconds in (0.6, 0.2, 0.4)}
    for future in as_completed(names):
        print(names[future], future.result())
    futures = [pool.submit(sleeper, seconds) for seconds in (0.01, 1.5)]
    try:
        for future in as_completed(futures, timeout=0.6):
            print(future.result())
    except TimeoutError as error:
        print(error)
    done = [pool.submit(sleeper, 0)]
    done[0].result()
    print([future.result() for future in as_completed(done + done)])
