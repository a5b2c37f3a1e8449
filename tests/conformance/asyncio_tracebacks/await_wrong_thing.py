# Forgetting parentheses or async: the traceback of a TypeError at await.
import asyncio


def not_async(n):
    return n + 1


async def main():
    print("before")
    result = await not_async(1)
    print(result)


asyncio.run(main())
