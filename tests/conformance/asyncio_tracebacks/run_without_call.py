# asyncio.run(main) instead of asyncio.run(main()).
import asyncio


async def main():
    print("never")


asyncio.run(main)
