# "was never awaited": the warning comes when the object goes away.
import asyncio


async def work(n=0):
    print("working", n)


def makes_and_drops():
    work()
    print("dropped inside a function")


async def main():
    work()
    print("after the lost call")
    c = work(1)
    print("kept for now")
    c = None
    print("now it is gone")
    makes_and_drops()
    x = [work(i) for i in range(2)]
    await x[0]
    del x
    print("one of two was awaited")

    class Service:
        async def start(self):
            pass

    Service().start()
    async_lambda = lambda: work(9)
    async_lambda()
    closed = work()
    closed.close()
    print("a closed one does not warn")
    del closed
    if work():
        print("a coroutine object is true")


asyncio.run(main())
