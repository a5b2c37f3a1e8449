# An error in a thread, through to_thread.
import asyncio


def parse(text):
    return int(text)


def work(items):
    return [parse(i) for i in items]


async def main():
    print(await asyncio.to_thread(work, ["1", "2"]))
    await asyncio.to_thread(work, ["1", "two"])


asyncio.run(main())
