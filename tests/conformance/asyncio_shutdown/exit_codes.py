# SystemExit sets the exit code, after the clean-up.
import asyncio


async def background():
    try:
        await asyncio.sleep(10)
    finally:
        print("background ends")


async def main():
    asyncio.create_task(background())
    await asyncio.sleep(0.01)
    print("exit with 3")
    raise SystemExit(3)


asyncio.run(main())
