# Stopping workers: sentinels, events, cancellation, draining.
import asyncio


async def by_sentinel(q, log):
    while (item := await q.get()) is not None:
        log.append(item)
    log.append("sentinel")


async def by_event(stop, log):
    n = 0
    while not stop.is_set():
        n += 1
        try:
            await asyncio.wait_for(stop.wait(), 0.06)
        except TimeoutError:
            log.append(n)
    log.append("stopped")


async def by_cancel(q, log):
    try:
        while True:
            item = await q.get()
            await asyncio.sleep(0.06)
            log.append(item)
            q.task_done()
    except asyncio.CancelledError:
        while not q.empty():
            log.append(f"drained {q.get_nowait()}")
        raise


async def main():
    log, q = [], asyncio.Queue()
    for i in (1, 2, None, 3):
        q.put_nowait(i)
    await by_sentinel(q, log)
    print(log, q.qsize())

    log, stop = [], asyncio.Event()
    asyncio.get_running_loop().call_later(0.15, stop.set)
    await by_event(stop, log)
    print(log)

    log, q = [], asyncio.Queue()
    for i in range(4):
        q.put_nowait(i)
    t = asyncio.create_task(by_cancel(q, log))
    await asyncio.sleep(0.09)
    t.cancel()
    await asyncio.gather(t, return_exceptions=True)
    print(log, t.cancelled())

    async def shielded_save(log):
        try:
            await asyncio.shield(save(log))
        except asyncio.CancelledError:
            log.append("caller cancelled")
            raise

    async def save(log):
        log.append("saving")
        await asyncio.sleep(0.05)
        log.append("saved")

    log = []
    t = asyncio.create_task(shielded_save(log))
    await asyncio.sleep(0.01)
    t.cancel()
    await asyncio.gather(t, return_exceptions=True)
    await asyncio.sleep(0.1)
    print(log)


asyncio.run(main())
