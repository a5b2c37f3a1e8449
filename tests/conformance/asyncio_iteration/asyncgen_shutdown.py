# Async generators that are left open are closed when the loop shuts down.
import asyncio


async def gen(name):
    try:
        for i in range(3):
            yield i
    finally:
        await asyncio.sleep(0)
        print(name, "cleaned up")


keep = []


async def main():
    g = gen("kept")
    keep.append(g)
    async for x in g:
        print("kept", x)
        break
    async for x in gen("dropped"):
        print("dropped", x)
        break
    await asyncio.sleep(0.01)
    print("after the dropped one")
    async for x in gen("exhausted"):
        pass
    print("main ends")


asyncio.run(main())
print("run ended")
