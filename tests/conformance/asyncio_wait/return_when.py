# asyncio.wait: FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED, timeout.
import asyncio


async def job(seconds, value, fail=False):
    await asyncio.sleep(seconds)
    if fail:
        raise ValueError(value)
    return value


def names(tasks):
    return sorted(t.get_name() for t in tasks)


def make(*specs):
    return [asyncio.create_task(job(s, v, *f), name=v) for s, v, *f in specs]


async def main():
    tasks = make((0.15, "slow"), (0.05, "fast"), (0.25, "slower"))
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print(names(done), names(pending))
    done, pending = await asyncio.wait(pending)
    print(names(done), names(pending))

    tasks = make((0.05, "ok"), (0.1, "bad", True), (0.3, "late"))
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    print(names(done), names(pending), sorted(repr(t.exception()) for t in done))
    done, pending = await asyncio.wait(pending, timeout=0.05)
    print(names(done), names(pending))
    done, pending = await asyncio.wait(pending, timeout=None)
    print(names(done), names(pending))

    tasks = make((0.05, "bad", True), (0.1, "ok"))
    done, pending = await asyncio.wait(tasks)
    print(names(done), names(pending), [repr(t.exception()) for t in tasks])
    print([len(s) for s in await asyncio.wait(tasks)])
    print([len(s) for s in await asyncio.wait(set(make((0.05, "x"))), timeout=0)])
    await asyncio.sleep(0.06)

    print(asyncio.FIRST_COMPLETED, asyncio.FIRST_EXCEPTION, asyncio.ALL_COMPLETED)
    coro = job(0, "c")
    for wrong, options in (([], {}), ([coro], {}), (coro, {}), (tasks, {"return_when": "NEVER"}), (5, {})):
        try:
            await asyncio.wait(wrong, **options)
        except (ValueError, TypeError) as error:
            print(type(error).__name__, "|", error)
    coro.close()


asyncio.run(main())
