# A pool that nobody shuts down is finished at the program's end.
import time
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor(2)
for n in range(3):
    pool.submit(lambda n=n: (time.sleep(0.02 * (n + 1)), print("job", n)))
print("main is over")
