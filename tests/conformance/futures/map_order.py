# map() gives results in the order of its arguments, however long each takes.
import time
from concurrent.futures import ThreadPoolExecutor


def slow(n, name="?"):
    time.sleep((3 - n) * 0.02)
    return f"{name}{n}"


with ThreadPoolExecutor(3) as pool:
    print(list(pool.map(slow, range(3), "abc")))
    print(list(pool.map(slow, range(3))), list(pool.map(slow, [])))
    results = pool.map(lambda n: 10 / n, [5, 2, 0, 1])
    try:
        for result in results:
            print(result)
    except ZeroDivisionError as error:
        print(error)
    print(list(results))
    try:
        list(pool.map(time.sleep, [0.3, 0], timeout=0.05))
    except TimeoutError as error:
        print("TimeoutError", error.args)
