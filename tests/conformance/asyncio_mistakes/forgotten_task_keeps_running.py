# Fire and forget: tasks not awaited are cancelled when main ends; awaited ones finish.
import asyncio


async def save(name, seconds):
    print("saving", name)
    await asyncio.sleep(seconds)
    print("saved", name)


async def main():
    asyncio.create_task(save("fast", 0.05))
    asyncio.create_task(save("slow", 0.5))
    asyncio.create_task(save("last", 0.1))
    await asyncio.sleep(0.2)
    asyncio.create_task(save("never begins to sleep", 0.1))
    print("main returns")


asyncio.run(main())
print("after run")
