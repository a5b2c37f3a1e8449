# What the objects of asyncio look like when they are printed.
import asyncio
import re


def show(label, thing):
    text = re.sub(r"0x[0-9a-f]+", "0x...", repr(thing))
    text = re.sub(r" at \S*?(\w+\.py):\d+", r" at \1", text)
    print(f"{label}: {text}")


async def work():
    await asyncio.sleep(0.01)
    return "result"


async def fails():
    raise ValueError("text")


async def waits(thing):
    await thing


async def main():
    loop = asyncio.get_running_loop()
    show("loop", loop)
    future = loop.create_future()
    show("pending", future)
    future.add_done_callback(print)
    show("one callback", future)
    future.add_done_callback(lambda future: None)
    show("two callbacks", future)
    future.add_done_callback(show)
    show("three callbacks", future)
    future.remove_done_callback(show)
    future.remove_done_callback(print)
    future.set_result({"a": [1, 2]})
    show("result", future)
    failed = loop.create_future()
    failed.set_exception(KeyError("k"))
    show("failed", failed)
    failed.exception()
    cancelled = loop.create_future()
    cancelled.cancel()
    show("cancelled", cancelled)
    task = asyncio.create_task(work(), name="named")
    show("new", task)
    await asyncio.sleep(0)
    show("waiting", task)
    waiter = asyncio.create_task(waits(task), name="waiter")
    await asyncio.sleep(0)
    show("waited for", task)
    show("waiter", waiter)
    task.cancel()
    show("cancelling", task)
    await asyncio.wait([task, waiter])
    show("cancelled", task)
    task = asyncio.create_task(fails(), name="fails")
    await asyncio.wait([task])
    show("failed", task)
    task.exception()
    long = loop.create_future()
    long.set_result("x" * 300)
    show("long", long)
    gathering = asyncio.gather(asyncio.sleep(0), asyncio.sleep(0))
    show("gather", gathering)
    await gathering
    show("shield", asyncio.shield(loop.create_future()))
    for thing in (asyncio.Lock(), asyncio.Event(), asyncio.Condition(), asyncio.Semaphore(2), asyncio.BoundedSemaphore(1),
                  asyncio.Barrier(2), asyncio.Queue(3), asyncio.PriorityQueue(), asyncio.timeout(None), asyncio.TaskGroup(),
                  asyncio.Runner, asyncio.Queue, asyncio.Task, asyncio.Future, asyncio.CancelledError("m"),
                  asyncio.IncompleteReadError(b"ab", 5), asyncio.LimitOverrunError("message", 3), asyncio.TimeoutError,
                  asyncio.run, asyncio.to_thread, loop.call_soon(print, 1)):
        show(type(thing).__name__, thing)


asyncio.run(main())
