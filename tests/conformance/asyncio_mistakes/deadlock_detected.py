# Deadlocks found with a timeout: two locks in opposite order, a full queue, self-await.
import asyncio


async def locks():
    a, b = asyncio.Lock(), asyncio.Lock()

    async def first():
        async with a:
            await asyncio.sleep(0.01)
            async with b:
                print("never")

    async def second():
        async with b:
            await asyncio.sleep(0.01)
            async with a:
                print("never")

    await asyncio.gather(first(), second())


async def same_lock_twice():
    lock = asyncio.Lock()
    async with lock:
        async with lock:
            print("never")


async def full_queue():
    q = asyncio.Queue(1)
    await q.put(1)
    await q.put(2)


async def nobody_sets():
    await asyncio.Event().wait()


async def self_await():
    await asyncio.current_task()


async def main():
    for work in (locks, same_lock_twice, full_queue, nobody_sets):
        try:
            await asyncio.wait_for(work(), 0.1)
        except TimeoutError:
            print(work.__name__, "is stuck")
    try:
        await asyncio.create_task(self_await())
    except RuntimeError as error:
        print(str(error).split(":")[0].split("<")[0], str(error).split(":")[0].endswith("itself"))


asyncio.run(main())
