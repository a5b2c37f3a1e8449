# Futures and tasks written from scratch.
from collections import deque

ready = deque()


class Future:
    def __init__(self):
        self.done = False
        self.value = None
        self.error = None
        self.callbacks = []

    def set(self, value=None, error=None):
        self.done, self.value, self.error = True, value, error
        for callback in self.callbacks:
            ready.append(callback)

    def __await__(self):
        if not self.done:
            yield self
        if self.error:
            raise self.error
        return self.value


class Task(Future):
    def __init__(self, coro):
        super().__init__()
        self.coro = coro
        ready.append(self.step)

    def step(self):
        try:
            future = self.coro.send(None)
        except StopIteration as stop:
            self.set(stop.value)
        except Exception as error:
            self.set(error=error)
        else:
            future.callbacks.append(self.step)


def run(coro):
    task = Task(coro)
    while ready:
        ready.popleft()()
    if not task.done:
        return "deadlock"
    if task.error:
        raise task.error
    return task.value


async def wait_for(name, future):
    print(name, "waits")
    value = await future
    print(name, "got", value)
    return value


async def main():
    f = Future()
    a, b = Task(wait_for("a", f)), Task(wait_for("b", f))
    setter = Task(sets(f))
    print(await a, await b, await setter)
    bad = Task(fails())
    try:
        await bad
    except KeyError as error:
        print("caught", error)
    return "main done"


async def sets(future):
    print("setting")
    future.set("value")
    return "set"


async def fails():
    raise KeyError("inside")


print(run(main()))
print(run(wait_for("lonely", Future())))
try:
    run(fails())
except KeyError as error:
    print(repr(error))
