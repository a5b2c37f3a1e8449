# Callbacks run when a future is done, in order; at once if it is; their failures are logged.
import logging
import sys
import threading
from concurrent.futures import Future, ThreadPoolExecutor

logging.basicConfig(stream=sys.stdout, format="%(name)s %(levelname)s %(message).30s")
gate = threading.Event()
with ThreadPoolExecutor(1, thread_name_prefix="pool") as pool:
    future = pool.submit(gate.wait)
    for n in range(3):
        future.add_done_callback(lambda f, n=n: print("callback", n, f.result(), threading.current_thread().name))
    print("set")
    gate.set()
    future.result()
future.add_done_callback(lambda f: print("late callback in", threading.current_thread().name))
by_hand = Future()
by_hand.add_done_callback(lambda f: 1 / 0)
by_hand.add_done_callback(lambda f: print("the next one", f.result()))
by_hand.set_result("runs all the same")
