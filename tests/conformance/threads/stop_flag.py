# Ending a worker: by an event, by a poison pill, by a flag that it looks at.
import queue
import threading
import time


class Worker(threading.Thread):
    def __init__(self):
        super().__init__(name="worker")
        self._stop_event = threading.Event()
        self.rounds = 0

    def run(self):
        while not self._stop_event.wait(0.01):
            self.rounds += 1

    def stop(self):
        self._stop_event.set()
        self.join()


worker = Worker()
worker.start()
time.sleep(0.055)
worker.stop()
print(worker.rounds >= 3, worker.is_alive())

running = True
counts = 0


def spins():
    global counts
    while running:
        counts += 1


thread = threading.Thread(target=spins)
thread.start()
time.sleep(0.02)
running = False
thread.join()
print(counts > 0)
