# How a pool names its threads, and that it uses idle ones again.
import threading
import time
from concurrent.futures import ThreadPoolExecutor


def name(_=None):
    return threading.current_thread().name


with ThreadPoolExecutor(2) as first, ThreadPoolExecutor(2) as second, ThreadPoolExecutor(2, thread_name_prefix="mine") as third:
    print([pool.submit(name).result() for pool in (first, second, third)])
    print(first.submit(name).result(), first.submit(name).result())
    gate = threading.Event()
    busy = third.submit(gate.wait)
    print(third.submit(name).result())
    gate.set()
    print(first.submit(lambda: threading.current_thread().daemon).result())
time.sleep(0)
print(threading.active_count())
