# A barrier between the phases of a calculation.
import threading

parts = [[1, 2], [3, 4], [5, 6]]
sums = [0] * 3
shares = [0] * 3
log = []


def between():
    log.append(("phase over", list(sums)))


barrier = threading.Barrier(3, action=between)


def worker(n):
    sums[n] = sum(parts[n])
    position = barrier.wait()
    shares[n] = round(sums[n] / sum(sums), 3)
    barrier.wait()
    with lock:
        positions.append(position)


lock = threading.Lock()
positions = []
threads = [threading.Thread(target=worker, args=(n,)) for n in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(log, shares, sorted(positions), barrier.parties, barrier.n_waiting, barrier.broken)
