# A supervisor restarts failing workers, with limits, and reports.
import asyncio


class Supervisor:
    def __init__(self, limit):
        self.limit, self.report = limit, []

    async def supervise(self, name, factory):
        for attempt in range(1, self.limit + 1):
            task = asyncio.create_task(factory(attempt), name=f"{name}-{attempt}")
            try:
                result = await task
            except asyncio.CancelledError:
                task.cancel()
                self.report.append(f"{task.get_name()} cancelled")
                raise
            except Exception as error:
                self.report.append(f"{task.get_name()} {error!r}")
            else:
                self.report.append(f"{task.get_name()} -> {result}")
                return result
        raise RuntimeError(f"{name}: too many failures")


async def flaky(attempt):
    await asyncio.sleep(0.03 * attempt)
    if attempt < 3:
        raise ConnectionError(attempt)
    return "stable"


async def hopeless(attempt):
    await asyncio.sleep(0.1)
    return 1 / 0


async def endless(attempt):
    await asyncio.Event().wait()


async def main():
    s = Supervisor(3)
    tasks = [asyncio.create_task(s.supervise(f.__name__, f)) for f in (flaky, hopeless, endless)]
    done, pending = await asyncio.wait(tasks, timeout=0.6)
    for t in pending:
        t.cancel()
    results = await asyncio.gather(*tasks, return_exceptions=True)
    print(*s.report, sep="\n")
    print(results)


asyncio.run(main())
