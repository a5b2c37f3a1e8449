# shutdown(): with and without waiting, with what is pending cancelled.
import threading
import time
from concurrent.futures import ThreadPoolExecutor

gate = threading.Event()
pool = ThreadPoolExecutor(1)
futures = [pool.submit(gate.wait)] + [pool.submit(pow, 2, n) for n in range(3)]
pool.shutdown(wait=False, cancel_futures=True)
print([future.cancelled() for future in futures])
gate.set()
print(futures[0].result())
pool.shutdown()
pool.shutdown(wait=True)
pool = ThreadPoolExecutor(1)
last = pool.submit(time.sleep, 0.02)
pool.shutdown(wait=False)
print(last.done())
pool.shutdown()
print(last.done())
try:
    pool.map(print, [1])
except RuntimeError as error:
    print(error)
