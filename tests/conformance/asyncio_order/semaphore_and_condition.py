# Order of wake-ups of semaphores, conditions and events, without timers.
import asyncio

log = []


async def sem_user(name, sem, turns):
    for _ in range(turns):
        async with sem:
            log.append(name)
            await asyncio.sleep(0)
            log.append(name.lower())


async def cond_user(name, cond):
    async with cond:
        log.append(name)
        await cond.wait()
        log.append(name.lower())


async def event_user(name, event):
    log.append(name)
    await event.wait()
    log.append(name.lower())


def show(label):
    print(label, " ".join(log))
    log.clear()


async def main():
    for slots in (1, 2, 3):
        sem = asyncio.Semaphore(slots)
        await asyncio.gather(*(sem_user(n, sem, 2) for n in "ABCD"))
        show(f"semaphore {slots}")
    for notify in (1, 2, 9):
        cond = asyncio.Condition()
        tasks = [asyncio.create_task(cond_user(n, cond)) for n in "ABCD"]
        await asyncio.sleep(0)
        while not all(t.done() for t in tasks):
            async with cond:
                log.append("notify")
                cond.notify(notify)
            await asyncio.sleep(0)
        show(f"condition {notify}")
    event = asyncio.Event()
    tasks = [asyncio.create_task(event_user(n, event)) for n in "ABC"]
    await asyncio.sleep(0)
    event.set()
    log.append("set")
    tasks.append(asyncio.create_task(event_user("D", event)))
    await asyncio.gather(*tasks)
    show("event")


asyncio.run(main())
