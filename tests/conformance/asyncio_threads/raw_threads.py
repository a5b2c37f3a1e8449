"""Threads below `threading`: what one raises is reported, SystemExit is not; a daemon that still sleeps at the end is left alone."""
import _thread
import threading
import time


def fails(word):
    raise ValueError(word)


def leaves(code):
    raise SystemExit(code)


def sleeps_on():
    try:
        time.sleep(100)
    finally:
        print("never printed")


_thread.start_new_thread(fails, ("from a raw thread",))
time.sleep(0.05)
_thread.start_new_thread(leaves, (3,))
time.sleep(0.05)

threading.Thread(target=sleeps_on, daemon=True).start()
time.sleep(0.05)

total = 0
for number in range(300):
    def add(n=number):
        global total
        total += n

    worker = threading.Thread(target=add)
    worker.start()
    worker.join()
print("total", total, "alive", threading.active_count())
