# A loop that stops with tasks still waiting, and goes away.
import asyncio


async def waits(n):
    print("waits", n)
    await asyncio.sleep(100)


loop = asyncio.new_event_loop()
tasks = [loop.create_task(waits(n), name=f"task {n}") for n in range(1)]
loop.run_until_complete(asyncio.sleep(0))
print("loop stopped")
loop.close()
del tasks
print("references dropped")
