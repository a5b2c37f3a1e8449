# threading.local: each thread has its own attributes.
import threading

data = threading.local()
data.value = "main"


class Request(threading.local):
    kind = "shared by all"

    def __init__(self, start):
        print("init in", threading.current_thread().name, start)
        self.steps = [start]

    def add(self, step):
        self.steps.append(step)
        return self.steps


request = Request(0)
request.add("main")


def worker(n):
    print(hasattr(data, "value"), data.__dict__)
    data.value = n
    print(request.add(n), request.kind)
    print(vars(data))
    del data.value
    try:
        data.value
    except AttributeError as error:
        print(error)


for n in range(2):
    thread = threading.Thread(target=worker, args=(n,), name=f"worker {n}")
    thread.start()
    thread.join()
print(data.value, request.steps, data.__dict__)
