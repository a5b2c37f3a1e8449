# wait in a loop, new tasks while waiting, duplicates, futures and tasks together.
import asyncio


async def job(name, seconds):
    await asyncio.sleep(seconds)
    return name


async def main():
    pending = {asyncio.create_task(job(n, s), name=n) for n, s in (("a", 0.05), ("b", 0.15), ("c", 0.25))}
    rounds = 0
    while pending:
        done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
        rounds += 1
        for t in done:
            print(rounds, t.result(), len(pending))
            if t.result() == "a":
                pending.add(asyncio.create_task(job("d", 0.15), name="d"))
    t = asyncio.create_task(job("x", 0.01))
    done, pending = await asyncio.wait([t, t])
    print(len(done), len(pending))
    f = asyncio.get_running_loop().create_future()
    t = asyncio.create_task(job("y", 0.01))
    done, pending = await asyncio.wait([f, t], timeout=0.1)
    print(len(done), len(pending), f in pending, f.done())
    f.set_result(1)
    print([len(s) for s in await asyncio.wait([f, t], return_when=asyncio.FIRST_COMPLETED)])
    polls = 0
    t = asyncio.create_task(job("polled", 0.16))
    while True:
        done, _ = await asyncio.wait([t], timeout=0.06)
        polls += 1
        if done:
            break
    print(polls, t.result())
    done, pending = await asyncio.wait((asyncio.create_task(job(n, 0)) for n in "pq"), timeout=1)
    print(sorted(d.result() for d in done))


asyncio.run(main())
