# The exact order of lock hand-overs, without timers.
import asyncio


async def user(name, lock, turns, log):
    for i in range(turns):
        log.append(f"{name}? ")
        async with lock:
            log.append(f"{name}{i}[")
            await asyncio.sleep(0)
            log.append(f"]{name}{i} ")
    log.append(f"{name} out ")


async def main():
    for turns, names in ((1, "abc"), (2, "abc"), (3, "ab")):
        log, lock = [], asyncio.Lock()
        await asyncio.gather(*(user(n, lock, turns, log) for n in names))
        print("".join(log))

    log, lock = [], asyncio.Lock()

    async def grabs():
        await lock.acquire()
        log.append("grab")
        lock.release()
        log.append("release")
        await lock.acquire()
        log.append("grab again")
        lock.release()

    await lock.acquire()
    t1 = asyncio.create_task(user("x", lock, 1, log))
    t2 = asyncio.create_task(grabs())
    await asyncio.sleep(0)
    lock.release()
    log.append("main released")
    await asyncio.gather(t1, t2)
    print(log)


asyncio.run(main())
