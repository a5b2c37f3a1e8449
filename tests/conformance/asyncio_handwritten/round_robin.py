# A scheduler of one's own for plain coroutines: round robin with switch().
from collections import deque


class Switch:
    def __await__(self):
        yield


class Call:
    def __init__(self, kind, *args):
        self.kind = kind
        self.args = args

    def __await__(self):
        return (yield self)


class Scheduler:
    def __init__(self):
        self.ready = deque()
        self.waiting = {}
        self.results = {}
        self.ids = 0

    def new(self, coro):
        self.ids += 1
        self.ready.append((self.ids, coro, None))
        return self.ids

    def run(self):
        while self.ready:
            tid, coro, value = self.ready.popleft()
            try:
                request = coro.send(value)
            except StopIteration as stop:
                self.results[tid] = stop.value
                for waiter in self.waiting.pop(tid, ()):
                    self.ready.append((*waiter, stop.value))
                continue
            if request is None:
                self.ready.append((tid, coro, None))
            elif request.kind == "spawn":
                self.ready.append((tid, coro, self.new(*request.args)))
            elif request.kind == "join":
                other = request.args[0]
                if other in self.results:
                    self.ready.append((tid, coro, self.results[other]))
                else:
                    self.waiting.setdefault(other, []).append((tid, coro))
            elif request.kind == "id":
                self.ready.append((tid, coro, tid))


async def counter(name, n):
    for i in range(n):
        print(name, i)
        await Switch()
    return name * 2


async def parent():
    me = await Call("id")
    print("parent is", me)
    child = await Call("spawn", counter("child", 2))
    other = await Call("spawn", counter("other", 1))
    print("spawned", child, other)
    print("join", await Call("join", child))
    print("join again", await Call("join", child), await Call("join", other))


s = Scheduler()
s.new(counter("a", 3))
s.new(parent())
s.new(counter("b", 1))
s.run()
print(s.results)
