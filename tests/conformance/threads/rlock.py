# A reentrant lock counts.
import threading


class Tree:
    def __init__(self):
        self.lock = threading.RLock()
        self.nodes = 0

    def add(self, depth):
        with self.lock:
            self.nodes += 1
            if depth:
                self.add(depth - 1)
                self.add(depth - 1)


tree = Tree()
threads = [threading.Thread(target=tree.add, args=(4,)) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(tree.nodes)
lock = threading.RLock()
print(lock.acquire(), lock.acquire(), lock.acquire(timeout=1))
lock.release()
lock.release()
result = []
thread = threading.Thread(target=lambda: result.append(lock.acquire(False)))
thread.start()
thread.join()
print(result)
lock.release()
thread = threading.Thread(target=lambda: result.append(lock.acquire(False)))
thread.start()
thread.join()
print(result)
