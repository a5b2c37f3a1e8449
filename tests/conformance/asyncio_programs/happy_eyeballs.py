# Staggered starts: the first success wins, the others are cancelled.
import asyncio


async def connect(name, seconds, fails):
    print("try", name)
    try:
        await asyncio.sleep(seconds)
    except asyncio.CancelledError:
        print("give up", name)
        raise
    if fails:
        raise ConnectionError(name)
    return name


async def staggered(attempts, delay):
    tasks, errors = [], []
    queue = list(attempts)
    try:
        while queue or tasks:
            if queue:
                tasks.append(asyncio.create_task(connect(*queue.pop(0))))
            done, _ = await asyncio.wait(tasks, timeout=delay if queue else None, return_when=asyncio.FIRST_COMPLETED)
            for t in done:
                tasks.remove(t)
                if t.exception() is None:
                    return t.result()
                errors.append(str(t.exception()))
        raise ExceptionGroup("all failed", [ConnectionError(e) for e in errors])
    finally:
        for t in tasks:
            t.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def main():
    print(await staggered([("v6", 1, False), ("v4", 0.1, False), ("proxy", 0, False)], 0.06))
    print(await staggered([("a", 0.02, True), ("b", 0.02, True), ("c", 0.02, False)], 0.2))
    try:
        await staggered([("x", 0.01, True), ("y", 0.03, True)], 0.1)
    except ExceptionGroup as group:
        print(group.message, group.exceptions)


asyncio.run(main())
