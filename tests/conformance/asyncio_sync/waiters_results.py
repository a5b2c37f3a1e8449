"""What the futures behind a waiting task hold once they are set, as its repr shows it in the turn between."""
import asyncio
import re


def shown(task):
    return re.search(r"wait_for=(<.*>)>$", repr(task)).group(1)


async def hold(thing):
    async with thing:
        pass


async def notified(condition):
    async with condition:
        await condition.wait()


async def show(name, coroutine, release):
    task = asyncio.create_task(coroutine)
    await asyncio.sleep(0)
    before = shown(task)
    release()
    print(name, before, "->", shown(task))
    await task


async def main():
    lock, semaphore = asyncio.Lock(), asyncio.Semaphore(1)
    for thing in (lock, semaphore):
        await thing.acquire()
        await show(type(thing).__name__, hold(thing), thing.release)

    event = asyncio.Event()
    await show("Event", event.wait(), event.set)

    condition = asyncio.Condition()
    task = asyncio.create_task(notified(condition))
    await asyncio.sleep(0)
    async with condition:
        condition.notify()
        print("Condition", shown(task))
    await task

    queue = asyncio.Queue(1)
    await show("get", queue.get(), lambda: queue.put_nowait("item"))
    queue.put_nowait("first")
    await show("put", queue.put("second"), queue.get_nowait)
    await show("join", queue.join(), lambda: [queue.task_done() for _ in range(3)])


asyncio.run(main())
