# Keeping references to background tasks; callbacks that discard; results collected.
import asyncio

background = set()
results = []


def spawn(coro, name=None):
    task = asyncio.create_task(coro, name=name)
    background.add(task)
    task.add_done_callback(background.discard)
    task.add_done_callback(finished)
    return task


def finished(task):
    if task.cancelled():
        results.append((task.get_name(), "cancelled"))
    elif task.exception():
        results.append((task.get_name(), repr(task.exception())))
    else:
        results.append((task.get_name(), task.result()))


async def job(seconds, value):
    await asyncio.sleep(seconds)
    if value < 0:
        raise ValueError(value)
    return value * 2


async def main():
    for i, seconds in enumerate((0.15, 0.05, 0.1)):
        spawn(job(seconds, i - 1), name=f"job{i}")
    print(len(background))
    await asyncio.sleep(0.07)
    print(len(background), results)
    spawn(job(5, 5), name="long").cancel()
    await asyncio.sleep(0.1)
    print(len(background), results)
    task = spawn(job(0, 7))
    print(await task, task.done(), len(background))
    await asyncio.sleep(0)
    print(len(background))

    loop = asyncio.get_running_loop()
    order = []
    t = loop.create_task(job(0, 1))
    for n in range(3):
        t.add_done_callback(lambda t, n=n: order.append(n))
    await t
    print(order)
    await asyncio.sleep(0)
    print(order)


asyncio.run(main())
