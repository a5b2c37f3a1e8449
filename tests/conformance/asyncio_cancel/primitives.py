# Cancelling tasks that wait for locks, queues, semaphores, conditions: state stays sound.
import asyncio


async def cancelled(coro, turns=1):
    t = asyncio.create_task(coro)
    for _ in range(turns):
        await asyncio.sleep(0)
    t.cancel()
    await asyncio.wait([t])
    return t.cancelled()


async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    print(await cancelled(lock.acquire()), lock.locked())
    lock.release()
    print(lock.locked(), await lock.acquire())

    sem = asyncio.Semaphore(1)
    await sem.acquire()
    print(await cancelled(sem.acquire()), sem.locked())
    sem.release()
    print(sem.locked())

    q = asyncio.Queue(1)
    print(await cancelled(q.get()), q.qsize())
    q.put_nowait(1)
    print(await cancelled(q.put(2)), q.qsize(), q.get_nowait(), q.empty())

    cond = asyncio.Condition()

    async def waits():
        async with cond:
            try:
                await cond.wait()
            finally:
                print("holds the lock again:", cond.locked())

    print(await cancelled(waits()), cond.locked())
    event = asyncio.Event()
    print(await cancelled(event.wait()), event.is_set())
    print(await cancelled(asyncio.sleep(5)), await cancelled(asyncio.gather(asyncio.sleep(5)) if False else asyncio.wait_for(event.wait(), 5)))

    async def joins():
        await q.join()

    q.put_nowait("x")
    print(await cancelled(joins()))

    async def loses_race():
        return await q.get()

    t = asyncio.create_task(loses_race())
    await asyncio.sleep(0)
    print(t.done(), t.result())

    getter = asyncio.create_task(loses_race())
    await asyncio.sleep(0)
    q.put_nowait("not lost")
    getter.cancel()
    await asyncio.wait([getter])
    print(getter.cancelled(), q.qsize())


asyncio.run(main())
