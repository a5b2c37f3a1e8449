# A bounded buffer by hand, with one lock and two conditions.
import threading


class Buffer:
    def __init__(self, size):
        self.items, self.size = [], size
        lock = threading.Lock()
        self.not_empty, self.not_full = threading.Condition(lock), threading.Condition(lock)

    def put(self, item):
        with self.not_full:
            self.not_full.wait_for(lambda: len(self.items) < self.size)
            self.items.append(item)
            log.append(("put", item, len(self.items)))
            self.not_empty.notify()

    def get(self):
        with self.not_empty:
            while not self.items:
                self.not_empty.wait()
            item = self.items.pop(0)
            log.append(("get", item))
            self.not_full.notify()
            return item


log = []
buffer = Buffer(2)
got = []
producer = threading.Thread(target=lambda: [buffer.put(i) for i in range(6)])
consumer = threading.Thread(target=lambda: got.extend(buffer.get() for _ in range(6)))
producer.start()
print("the producer waits:", len(log), producer.is_alive())
consumer.start()
producer.join()
consumer.join()
print(got, max(entry[2] for entry in log if entry[0] == "put"))
