# Wrong uses of locks, events, semaphores, conditions and queues.
import asyncio


async def main():
    lock, sem, cond, event, q = asyncio.Lock(), asyncio.Semaphore(1), asyncio.Condition(), asyncio.Event(), asyncio.Queue(1)

    async def attempt(label, work):
        try:
            result = work()
            if asyncio.iscoroutine(result):
                result = await asyncio.wait_for(result, 0.02)
            print(label, "->", result)
        except Exception as error:
            print(label, "->", type(error).__name__, error)

    await attempt("release a free lock", lock.release)
    await attempt("plain with", lambda: lock.__enter__())
    await attempt("acquire", lock.acquire)
    await attempt("acquire twice", lock.acquire)
    await attempt("release", lock.release)
    await attempt("notify without the lock", cond.notify)
    await attempt("wait without the lock", cond.wait)
    await attempt("condition release", cond.release)
    await attempt("event wait", event.wait)
    await attempt("event set", event.set)
    await attempt("event wait again", event.wait)
    await attempt("semaphore of text", lambda: asyncio.Semaphore("x"))
    await attempt("negative semaphore", lambda: asyncio.Semaphore(-1))
    await attempt("queue of text", lambda: asyncio.Queue("x").put_nowait(1))
    await attempt("get_nowait", q.get_nowait)
    await attempt("get", q.get)
    await attempt("put", lambda: q.put(1))
    await attempt("put again", lambda: q.put(2))
    await attempt("put_nowait", lambda: q.put_nowait(3))
    await attempt("task_done", q.task_done)
    await attempt("task_done again", q.task_done)
    await attempt("event as bool", lambda: bool(event))
    await attempt("len of a queue", lambda: len(q))
    await attempt("iterate a queue", lambda: list(q))
    await attempt("await a lock", lambda: wait_on(lock))
    await attempt("async with an event", lambda: enter(event))
    await attempt("semaphore acquire", sem.acquire)
    await attempt("semaphore acquire again", sem.acquire)


async def wait_on(x):
    return await x


async def enter(x):
    async with x:
        pass


asyncio.run(main())
