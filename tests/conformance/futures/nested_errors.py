# The traceback of what failed in a pool shows both sides.
from concurrent.futures import ThreadPoolExecutor


def parse(text):
    return int(text)


def total(texts):
    return sum(parse(text) for text in texts)


with ThreadPoolExecutor() as pool:
    good, bad = pool.submit(total, ["1", "2"]), pool.submit(total, ["1", "two"])
    print(good.result())
    bad.result()
