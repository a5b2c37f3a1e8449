# Progress reports, a user who gives up, and partial results.
import asyncio


class Job:
    def __init__(self, name, steps, pause):
        self.name, self.steps, self.pause, self.done = name, steps, pause, 0

    async def run(self):
        try:
            for self.done in range(1, self.steps + 1):
                await asyncio.sleep(self.pause)
        except asyncio.CancelledError:
            print(f"{self.name} stopped at {self.done}/{self.steps}")
            raise
        return f"{self.name} complete"

    @property
    def percent(self):
        return f"{self.done / self.steps:>4.0%}"


async def report(jobs, period):
    while True:
        await asyncio.sleep(period)
        print(" ".join(f"{j.name}{j.percent}" for j in jobs))


async def main():
    jobs = [Job("a", 4, 0.06), Job("b", 10, 0.09), Job("c", 2, 0.13)]
    tasks = {asyncio.create_task(j.run(), name=j.name): j for j in jobs}
    reporter = asyncio.create_task(report(jobs, 0.205))
    done, pending = await asyncio.wait(tasks, timeout=0.5)
    for t in pending:
        t.cancel()
    reporter.cancel()
    await asyncio.gather(*pending, reporter, return_exceptions=True)
    for t, job in tasks.items():
        print(job.name, "cancelled" if t.cancelled() else t.result(), job.percent)


asyncio.run(main())
