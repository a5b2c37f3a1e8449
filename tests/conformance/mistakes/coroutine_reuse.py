# A coroutine can be awaited once.
import asyncio


async def work():
    await asyncio.sleep(0)
    return 1


async def main():
    coroutine = work()
    print(await coroutine)
    try:
        await coroutine
    except RuntimeError as error:
        print("RuntimeError:", error)
    coroutine = work()
    task = asyncio.create_task(coroutine)
    await asyncio.sleep(0)
    try:
        await coroutine
    except RuntimeError as error:
        print("RuntimeError:", error)
    print(await task)
    closed = work()
    closed.close()
    try:
        await closed
    except RuntimeError as error:
        print("RuntimeError:", error)
    print(await task, await task)
    second = asyncio.create_task(coroutine)
    try:
        await second
    except RuntimeError as error:
        print("RuntimeError:", error)


asyncio.run(main())
