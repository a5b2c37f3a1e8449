# Conditions: notify one, some, all; wait with a limit.
import threading
import time

condition = threading.Condition()
log = []
ready = threading.Barrier(4)


def waiter(name):
    with condition:
        log.append(f"{name} waits")
        condition.wait()
        log.append(f"{name} goes on")


threads = [threading.Thread(target=waiter, args=(n,)) for n in range(4)]
for thread in threads:
    thread.start()
with condition:
    condition.notify()
time.sleep(0.01)
print(log)
with condition:
    condition.notify(2)
    log.append("still holding it")
time.sleep(0.01)
print(sorted(log[5:]))
with condition:
    condition.notify_all()
for thread in threads:
    thread.join()
print(log[-1])
with condition:
    started = time.monotonic()
    print(condition.wait(0.05), time.monotonic() - started >= 0.05)
    print(condition.wait_for(lambda: False, timeout=0.02), condition.wait_for(lambda: "yes"))
    print(condition.wait(0))
