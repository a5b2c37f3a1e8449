# What a thread has in threading.local goes when the thread does.
import threading


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print(self.name, "is gone")


local = threading.local()


def worker(name):
    local.thing = Noisy(name)
    print(name, "made")


for name in ("one", "two"):
    thread = threading.Thread(target=worker, args=(name,))
    thread.start()
    thread.join()
    print(name, "joined")
local.thing = Noisy("main's")
del local
print("the end")
