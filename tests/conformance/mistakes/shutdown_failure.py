# A task that fails while run() cancels it: reported at the end.
import asyncio


async def fails_on_cancel():
    try:
        await asyncio.sleep(10)
    finally:
        raise ZeroDivisionError("while cleaning up")


async def main():
    asyncio.create_task(fails_on_cancel(), name="cleanup")
    await asyncio.sleep(0)
    print("main returns")
    return "result"


print(asyncio.run(main()))
