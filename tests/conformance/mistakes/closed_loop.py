# A loop that is closed, and loops that are not the one.
import asyncio


async def work():
    return 1


loop = asyncio.new_event_loop()
print(loop.run_until_complete(work()), loop.is_closed())
loop.close()
loop.close()
print(repr(loop))
coroutine = work()
for label, action in (
    ("run_until_complete", lambda: loop.run_until_complete(coroutine)),
    ("run_forever", lambda: loop.run_forever()),
    ("call_soon", lambda: loop.call_soon(print)),
    ("call_later", lambda: loop.call_later(1, print)),
    ("call_soon_threadsafe", lambda: loop.call_soon_threadsafe(print)),
    ("create_task", lambda: loop.create_task(coroutine)),
    ("run_in_executor", lambda: loop.run_in_executor(None, print)),
):
    try:
        action()
    except RuntimeError as error:
        print(label, "RuntimeError:", error)
coroutine.close()
loop.stop()

future = asyncio.Future(loop=asyncio.new_event_loop())


async def waits():
    await future


async def main():
    task = asyncio.create_task(waits(), name="waits")
    try:
        await task
    except RuntimeError as error:
        print("RuntimeError:", str(error).replace(repr(task), "TASK")[-40:])
    try:
        asyncio.ensure_future(future, loop=asyncio.get_running_loop())
    except ValueError as error:
        print("ValueError:", error)


asyncio.run(main())
future.get_loop().close()
try:
    asyncio.get_running_loop()
except RuntimeError as error:
    print("RuntimeError:", error)
for make in (asyncio.timeout, asyncio.create_task):
    coroutine = work()
    try:
        make(coroutine)
    except (RuntimeError, TypeError) as error:
        print(make.__name__, error)
    coroutine.close()
