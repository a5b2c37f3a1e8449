# Intervals, stopwatches, alarms, resettable timeouts, rate of events.
import asyncio


class Timer:
    def __init__(self, seconds, callback):
        self.seconds, self.callback = seconds, callback
        self.task = None

    def start(self):
        self.cancel()
        self.task = asyncio.create_task(self._run())

    async def _run(self):
        await asyncio.sleep(self.seconds)
        self.callback()

    def cancel(self):
        if self.task:
            self.task.cancel()


class Interval:
    def __init__(self, seconds, f):
        self.seconds, self.f, self.count = seconds, f, 0
        self.loop = asyncio.get_running_loop()
        self.handle = self.loop.call_later(seconds, self._fire)

    def _fire(self):
        self.count += 1
        self.handle = self.loop.call_later(self.seconds, self._fire)
        self.f(self.count)

    def stop(self):
        self.handle.cancel()


async def ticks(seconds, n):
    loop = asyncio.get_running_loop()
    start = loop.time()
    for i in range(n):
        await asyncio.sleep(start + (i + 1) * seconds - loop.time())
        yield i


async def main():
    log = []
    t = Timer(0.1, lambda: log.append("alarm"))
    t.start()
    await asyncio.sleep(0.06)
    t.start()
    await asyncio.sleep(0.06)
    print(log)
    await asyncio.sleep(0.1)
    print(log)
    t.start()
    t.cancel()
    await asyncio.sleep(0.15)
    print(log)
    interval = Interval(0.05, log.append)
    await asyncio.sleep(0.175)
    interval.stop()
    await asyncio.sleep(0.1)
    print(log)
    async for i in ticks(0.03, 3):
        print("tick", i)
    loop = asyncio.get_running_loop()
    order = []
    handles = {n: loop.call_later(n / 20, order.append, n) for n in (5, 1, 4, 2, 3)}
    handles[4].cancel()
    await asyncio.sleep(0.12)
    handles[3].cancel()
    await asyncio.sleep(0.2)
    print(order, [h.cancelled() for h in handles.values()])
    deadline = loop.time() + 0.15
    polls = 0
    while loop.time() < deadline:
        polls += 1
        await asyncio.sleep(0.04)
    print(polls)
    try:
        async with asyncio.timeout(0.08) as scope:
            for _ in range(4):
                await asyncio.sleep(0.05)
                scope.reschedule(loop.time() + 0.08)
            print("kept alive")
            await asyncio.sleep(1)
    except TimeoutError:
        print("idle too long")


asyncio.run(main())
