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
    try:
        asyncio.run(inner())
    except RuntimeError as error:
        print("again:", error)
    print("end of main")


asyncio.run(main())
