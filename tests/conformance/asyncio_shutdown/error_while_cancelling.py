# A task that fails while asyncio.run cancels it is reported.
import asyncio


async def fails_when_cancelled():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        raise ValueError("cleanup went wrong")


async def main():
    asyncio.create_task(fails_when_cancelled(), name="faulty")
    await asyncio.sleep(0.01)
    print("main returns")


asyncio.run(main())
print("the program goes on")
