# A loop without `await` lets nobody else run; sleep(0) does.
import asyncio


async def greedy(polite):
    for n in range(3):
        print("greedy", n)
        if polite:
            await asyncio.sleep(0)


async def other():
    for n in range(3):
        print("other", n)
        await asyncio.sleep(0)


async def main():
    await asyncio.gather(greedy(polite=False), other())
    await asyncio.gather(greedy(polite=True), other())

    # Awaiting what is ready already does not let others run either.
    queue = asyncio.Queue()
    for n in range(3):
        queue.put_nowait(n)

    async def consumer():
        while not queue.empty():
            print("consumed", await queue.get())

    await asyncio.gather(consumer(), other())


asyncio.run(main())
