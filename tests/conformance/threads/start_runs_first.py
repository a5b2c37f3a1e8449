# A new thread runs at once, until it waits or its turn is over; only then does who started it go on.
import threading

log = []


def work(name):
    for i in range(3):
        log.append((name, i))


threads = [threading.Thread(target=work, args=(name,)) for name in "abc"]
for thread in threads:
    log.append("start")
    thread.start()
    log.append("started")
for thread in threads:
    thread.join()
print(log)
print([thread.is_alive() for thread in threads])
