# Async initialisation, context classes, iterables with state, observers, actors.
import asyncio


class Resource:
    def __init__(self, name):
        self.name, self.opened = name, False

    def __await__(self):
        return self._open().__await__()

    async def _open(self):
        await asyncio.sleep(0)
        self.opened = True
        return self

    async def __aenter__(self):
        return await self

    async def __aexit__(self, *error):
        await asyncio.sleep(0)
        self.opened = False


class Actor:
    def __init__(self, name):
        self.name, self.inbox, self.state = name, asyncio.Queue(), 0
        self.task = asyncio.create_task(self._run(), name=name)

    async def _run(self):
        while True:
            message, reply = await self.inbox.get()
            try:
                result = getattr(self, "on_" + message[0])(*message[1:])
                if asyncio.iscoroutine(result):
                    result = await result
            except Exception as error:
                reply.set_exception(error)
            else:
                reply.set_result(result)

    def ask(self, *message):
        reply = asyncio.get_running_loop().create_future()
        self.inbox.put_nowait((message, reply))
        return reply

    async def stop(self):
        self.task.cancel()
        await asyncio.gather(self.task, return_exceptions=True)


class Counter(Actor):
    def on_add(self, n):
        self.state += n
        return self.state

    async def on_slow(self):
        await asyncio.sleep(0.01)
        return f"slow {self.state}"

    def on_fail(self):
        raise ValueError("actor failed")


class Observable:
    def __init__(self):
        self.observers = []

    def subscribe(self, f):
        self.observers.append(f)
        return lambda: self.observers.remove(f)

    async def notify(self, value):
        for f in list(self.observers):
            result = f(value)
            if asyncio.iscoroutine(result):
                await result


class Pages:
    def __init__(self, total, size):
        self.total, self.size = total, size

    async def __aiter__(self):
        for start in range(0, self.total, self.size):
            await asyncio.sleep(0)
            yield list(range(start, min(start + self.size, self.total)))


async def main():
    r = await Resource("a")
    print(r.opened)
    async with Resource("b") as b:
        print(b.name, b.opened)
    print(b.opened)
    counter = Counter("counter")
    print(await counter.ask("add", 5), await asyncio.gather(counter.ask("add", 1), counter.ask("slow"), counter.ask("add", 10)))
    for message in (("fail",), ("unknown",), ("add",)):
        try:
            await counter.ask(*message)
        except Exception as error:
            print(type(error).__name__, error)
    await counter.stop()
    print(counter.task.cancelled(), counter.state)
    subject = Observable()
    off = subject.subscribe(lambda v: print("sync", v))

    async def on_value(v):
        await asyncio.sleep(0)
        print("async", v)

    subject.subscribe(on_value)
    await subject.notify(1)
    off()
    await subject.notify(2)
    async for page in Pages(7, 3):
        print(page)
    print([x async for page in Pages(5, 2) for x in page])


asyncio.run(main())
