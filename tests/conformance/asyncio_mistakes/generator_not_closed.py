# Breaking out of async for: when the generator's finally block runs.
import asyncio


async def rows(name):
    print(name, "open")
    try:
        for i in range(5):
            yield i
            await asyncio.sleep(0)
    finally:
        print(name, "closed")


async def first(gen):
    async for x in gen:
        return x


async def main():
    print(await first(rows("dropped")))
    await asyncio.sleep(0)
    print("after dropped")
    gen = rows("explicit")
    print(await first(gen))
    await gen.aclose()
    print("after explicit")
    keep = rows("kept")
    print(await anext(keep))
    try:
        async for x in rows("error"):
            raise ValueError("in the body")
    except ValueError as error:
        print(error)
    await asyncio.sleep(0)
    print("end of main")
    return keep


kept = asyncio.run(main())
print("after run")
try:
    asyncio.run(anext(kept))
except (StopAsyncIteration, ValueError, TypeError) as error:
    print(type(error).__name__)
