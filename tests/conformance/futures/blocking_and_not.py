# time.sleep in a coroutine stops the loop; in a thread it does not.
import asyncio
import time


async def ticker(log):
    while True:
        await asyncio.sleep(0.02)
        log.append("tick")


async def main():
    log = []
    task = asyncio.create_task(ticker(log))
    await asyncio.sleep(0)
    time.sleep(0.1)
    print("blocked:", len(log))
    await asyncio.to_thread(time.sleep, 0.13)
    print("in a thread:", len(log) >= 5)
    task.cancel()


asyncio.run(main())
