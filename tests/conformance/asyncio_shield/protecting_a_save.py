# shield: work that has to be finished though its caller is cancelled.
import asyncio

saved = []
background = set()


async def save(item):
    await asyncio.sleep(0.1)
    saved.append(item)
    print("saved", item)


async def handler(item, protect):
    task = asyncio.create_task(save(item))
    background.add(task)
    task.add_done_callback(background.discard)
    try:
        await (asyncio.shield(task) if protect else task)
    except asyncio.CancelledError:
        print("handler", item, "cancelled; saving goes on:", not task.cancelled() and not task.cancelling())
        raise


async def main():
    handlers = [asyncio.create_task(handler("a", True)), asyncio.create_task(handler("b", False)), asyncio.create_task(handler("c", True))]
    await asyncio.sleep(0.05)
    for task in handlers[:2]:
        task.cancel()
    print([type(r).__name__ for r in await asyncio.gather(*handlers, return_exceptions=True)])
    await asyncio.gather(*background)
    print(saved, len(background))
    shielded = asyncio.shield(asyncio.sleep(0.05, "value"))
    print(type(shielded).__name__, await asyncio.wait_for(shielded, 1))
    done = asyncio.get_running_loop().create_future()
    done.set_result(1)
    print(asyncio.shield(done) is done)
    try:
        async with asyncio.timeout(0.01):
            await asyncio.shield(inner := asyncio.create_task(save("d")))
    except TimeoutError:
        print("timeout", inner.done())
    await inner


asyncio.run(main())
