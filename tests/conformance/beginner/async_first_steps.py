# The very first async programs.
import asyncio


async def say(text, seconds):
    await asyncio.sleep(seconds)
    print(text)


async def hello():
    print("hello")
    await asyncio.sleep(0.1)
    print("world")


async def main():
    await hello()
    await say("one", 0.05)
    await say("two", 0.05)
    task1 = asyncio.create_task(say("slow", 0.2))
    task2 = asyncio.create_task(say("fast", 0.1))
    print("started")
    await task1
    await task2
    print("finished")
    await asyncio.gather(say("a", 0.15), say("b", 0.05), say("c", 0.1))


asyncio.run(main())
asyncio.run(hello())
