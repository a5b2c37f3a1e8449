# A loop with ready queue, timers, futures, tasks, gather and cancellation, from scratch.
import heapq
from collections import deque


class Cancelled(BaseException):
    pass


class Loop:
    def __init__(self):
        self.ready, self.timers, self.now, self.seq = deque(), [], 0.0, 0

    def soon(self, f, *args):
        self.ready.append((f, args))

    def later(self, delay, f, *args):
        self.seq += 1
        heapq.heappush(self.timers, (self.now + delay, self.seq, f, args))

    def run(self, coro):
        main = Task(coro, self)
        while not main.done:
            if not self.ready:
                if not self.timers:
                    raise RuntimeError("deadlock")
                self.now = self.timers[0][0]
            while self.timers and self.timers[0][0] <= self.now:
                _, _, f, args = heapq.heappop(self.timers)
                self.ready.append((f, args))
            for _ in range(len(self.ready)):
                f, args = self.ready.popleft()
                f(*args)
        return main.result()


class Future:
    def __init__(self, loop):
        self.loop, self.done, self.value, self.error, self.callbacks = loop, False, None, None, []

    def result(self):
        if self.error:
            raise self.error
        return self.value

    def finish(self, value=None, error=None):
        if not self.done:
            self.done, self.value, self.error = True, value, error
            for f in self.callbacks:
                self.loop.soon(f, self)

    def on_done(self, f):
        self.loop.soon(f, self) if self.done else self.callbacks.append(f)

    def __await__(self):
        if not self.done:
            yield self
        return self.result()


class Task(Future):
    def __init__(self, coro, loop):
        super().__init__(loop)
        self.coro, self.waiting = coro, None
        loop.soon(self.step)

    def step(self, future=None, error=None):
        self.waiting = None
        try:
            self.waiting = self.coro.throw(error) if error else self.coro.send(None)
        except StopIteration as stop:
            self.finish(stop.value)
        except BaseException as e:
            self.finish(error=e)
        else:
            self.waiting.on_done(lambda f, w=self.waiting: self.waiting is w and self.step(f))

    def cancel(self):
        if not self.done:
            self.loop.soon(self.step, None, Cancelled())


loop = Loop()


def sleep(seconds, value=None):
    f = Future(loop)
    loop.later(seconds, f.finish, value)
    return f


async def gather(*coros):
    tasks = [Task(c, loop) for c in coros]
    return [await t for t in tasks]


async def worker(name, *pauses):
    for p in pauses:
        await sleep(p)
        print(f"{loop.now:.1f} {name}")
    return name


async def main():
    print(await gather(worker("a", 1, 1, 1), worker("b", 0.5, 2), worker("c")))
    t = Task(worker("victim", 1, 1, 1), loop)
    await sleep(1.5)
    t.cancel()
    try:
        await t
    except Cancelled:
        print(f"{loop.now:.1f} cancelled")
    try:
        await gather(worker("x", 1), fails())
    except ValueError as error:
        print(f"{loop.now:.1f} {error}")
    return "main result"


async def fails():
    await sleep(0.5, "unused")
    raise ValueError("failed")


print(loop.run(main()))


async def stuck():
    await Future(loop)


try:
    loop.run(stuck())
except RuntimeError as error:
    print(error)
