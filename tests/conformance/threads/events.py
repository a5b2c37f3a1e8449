# Events: many wait, one sets.
import threading
import time

event = threading.Event()
log = []


def waiter(name, limit=None):
    log.append((name, event.wait(limit)))


threads = [threading.Thread(target=waiter, args=("first",)), threading.Thread(target=waiter, args=("impatient", 0.01)), threading.Thread(target=waiter, args=("third",))]
for thread in threads:
    thread.start()
time.sleep(0.05)
print(log, event.is_set())
event.set()
for thread in threads:
    thread.join()
print(sorted(log), event.wait(), event.is_set())
event.clear()
print(event.wait(0), event.wait(0.01), event.is_set())
