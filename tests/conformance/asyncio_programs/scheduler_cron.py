# Periodic jobs with jitter, drift correction and cancellation by name.
import asyncio


class Scheduler:
    def __init__(self):
        self.tasks = {}
        self.loop = asyncio.get_running_loop()

    def every(self, seconds, name, action):
        self.tasks[name] = asyncio.create_task(self._run(seconds, action), name=name)

    async def _run(self, seconds, action):
        next_time = self.loop.time()
        n = 0
        while True:
            next_time += seconds
            await asyncio.sleep(max(0, next_time - self.loop.time()))
            n += 1
            result = action(n)
            if asyncio.iscoroutine(result):
                await result

    def cancel(self, name):
        return self.tasks.pop(name).cancel()

    async def stop(self):
        for t in self.tasks.values():
            t.cancel()
        return await asyncio.gather(*self.tasks.values(), return_exceptions=True)


async def main():
    s = Scheduler()
    s.every(0.1, "tick", lambda n: print("tick", n))

    async def slow(n):
        print("slow starts", n)
        await asyncio.sleep(0.05)
        print("slow ends", n)

    s.every(0.255, "slow", slow)
    await asyncio.sleep(0.37)
    print("cancel tick", s.cancel("tick"))
    await asyncio.sleep(0.26)
    print([type(r).__name__ for r in await s.stop()])


asyncio.run(main())
