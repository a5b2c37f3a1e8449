# asyncio.run() and run_until_complete() inside a running loop.
import asyncio


async def inner():
    return "inner"


def synchronous_helper():
    return asyncio.run(inner())


async def main():
    try:
        synchronous_helper()
    except RuntimeError as error:
        print("RuntimeError:", error)
    loop = asyncio.get_running_loop()
    coroutine = inner()
    try:
        loop.run_until_complete(coroutine)
    except RuntimeError as error:
        print("RuntimeError:", error)
    coroutine.close()
    other = asyncio.new_event_loop()
    coroutine = inner()
    try:
        other.run_until_complete(coroutine)
    except RuntimeError as error:
        print("RuntimeError:", error)
    coroutine.close()
    other.close()
    try:
        loop.close()
    except RuntimeError as error:
        print("RuntimeError:", error)
    return synchronous_helper()


asyncio.run(main())
