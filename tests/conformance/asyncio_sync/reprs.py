# reprs of locks, events, semaphores, queues, with addresses taken out.
import asyncio


def show(x):
    text = repr(x)
    words = [w for w in text.replace("<", "").replace(">", "").split(" ") if not w.startswith("0x")]
    print(" ".join(words))


async def main():
    lock = asyncio.Lock()
    show(lock)
    await lock.acquire()
    show(lock)
    t = asyncio.create_task(lock.acquire())
    await asyncio.sleep(0)
    show(lock)
    lock.release()
    await t
    event = asyncio.Event()
    show(event)
    event.set()
    show(event)
    sem = asyncio.Semaphore(2)
    show(sem)
    await sem.acquire()
    await sem.acquire()
    show(sem)
    show(asyncio.BoundedSemaphore(3))
    show(asyncio.Condition())
    q = asyncio.Queue(3)
    show(q)
    q.put_nowait("x")
    show(q)
    show(asyncio.PriorityQueue())
    b = asyncio.Barrier(2)
    show(b)
    show(asyncio.timeout(None))


asyncio.run(main())
