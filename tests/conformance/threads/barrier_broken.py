# Barriers that break: by a limit, by abort(), by a failing action; reset() mends them.
import threading


def wait(barrier, log, **options):
    try:
        log.append(barrier.wait(**options))
    except threading.BrokenBarrierError as error:
        log.append(f"broken {error.args}")
    except ZeroDivisionError:
        log.append("the action failed")


def run(barrier, count, meanwhile=None, **options):
    log = []
    threads = [threading.Thread(target=wait, args=(barrier, log), kwargs=options) for _ in range(count)]
    for thread in threads:
        thread.start()
    if meanwhile:
        meanwhile()
    for thread in threads:
        thread.join()
    print(sorted(log, key=str), barrier.broken, barrier.n_waiting)


barrier = threading.Barrier(3)
run(barrier, 2, timeout=0.01)
run(barrier, 1)
barrier.reset()
run(barrier, 3)
run(barrier, 2, barrier.abort)
barrier.reset()
run(barrier, 2, barrier.reset)
run(threading.Barrier(2, action=lambda: 1 / 0), 2)
run(threading.Barrier(2, timeout=0.01), 1)
