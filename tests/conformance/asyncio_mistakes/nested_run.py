# asyncio.run inside a running loop.
import asyncio


async def inner():
    return "inner"


async def main():
    c = inner()
    try:
        asyncio.run(c)
    except RuntimeError as error:
        print(error)
    print(await c)
    loop = asyncio.get_running_loop()
    for method in (loop.run_forever, lambda: loop.run_until_complete(loop.create_future())):
        try:
            method()
        except RuntimeError as error:
            print(error)
    try:
        asyncio.run(inner())
    except RuntimeError as error:
        print("again:", error)
    print("end of main")


asyncio.run(main())
