# gather: the same awaitable twice, futures and coroutines mixed, the outer future itself.
import asyncio


async def job(name, delay=0.0):
    print("start", name)
    await asyncio.sleep(delay)
    print("end", name)
    return name


async def main():
    loop = asyncio.get_running_loop()
    coroutine = job("once")
    print(await asyncio.gather(coroutine, coroutine, job("other")))
    future = loop.create_future()
    loop.call_later(0.02, future.set_result, "from the future")
    task = asyncio.create_task(job("task", 0.01))
    print(await asyncio.gather(future, task, job("coro"), future))
    print(await asyncio.gather(), await asyncio.gather(asyncio.gather(job("x")), asyncio.gather(job("y"), job("z"))))
    outer = asyncio.gather(job("p", 0.01), job("q", 0.02))
    outer.add_done_callback(lambda f: print("callback", f.result()))
    print(type(outer).__name__, outer.done(), await outer, outer.result() is await outer)
    outer = asyncio.gather(a := asyncio.create_task(job("r", 1)), b := asyncio.create_task(job("s", 1)))
    await asyncio.sleep(0)
    print(outer.cancel(), a.cancelling(), b.cancelling())
    try:
        await outer
    except asyncio.CancelledError:
        print("cancelled", a.cancelled(), b.cancelled(), outer.cancelled())
    try:
        asyncio.gather(5)
    except TypeError as error:
        print(error)
    print(await asyncio.gather(*(asyncio.sleep(n / 100, n) for n in (3, 1, 2))))


asyncio.run(main())
