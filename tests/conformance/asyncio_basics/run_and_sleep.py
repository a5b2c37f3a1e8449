# asyncio.run, sleep, return values, and the way an exception leaves run.
import asyncio


async def add(a, b):
    await asyncio.sleep(0.01)
    return a + b


async def main():
    print(await add(1, 2))
    print(await asyncio.sleep(0.01), await asyncio.sleep(0, "result"), await asyncio.sleep(0.01, result=5))
    return "main result"


print(asyncio.run(main()))
print(asyncio.run(add("a", "b")))


async def fails():
    await asyncio.sleep(0)
    raise LookupError("from main")


try:
    asyncio.run(fails())
except LookupError as error:
    print(repr(error))


def attempt(work):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, "|", error)


attempt(lambda: asyncio.run(5))
attempt(lambda: asyncio.run(add))
attempt(lambda: asyncio.run(None))
attempt(lambda: asyncio.get_running_loop())
attempt(lambda: asyncio.current_task())
attempt(lambda: asyncio.all_tasks())
coro = add(1, 1)
attempt(lambda: asyncio.create_task(coro))
coro.close()
print(asyncio.iscoroutine(coro), asyncio.iscoroutinefunction(add), asyncio.iscoroutinefunction(attempt))
