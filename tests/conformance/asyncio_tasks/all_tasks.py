# all_tasks and current_task while tasks come and go.
import asyncio


async def named(seconds):
    await asyncio.sleep(seconds)


def names():
    return sorted(t.get_name() for t in asyncio.all_tasks())


async def main():
    asyncio.current_task().set_name("main")
    print(names())
    a = asyncio.create_task(named(0.05), name="a")
    b = asyncio.create_task(named(0.15), name="b")
    print(names())
    await a
    print(names())
    await b
    print(names())

    def callback():
        try:
            print("in a callback:", asyncio.current_task())
        except RuntimeError as error:
            print(error)

    asyncio.get_running_loop().call_soon(callback)
    await asyncio.sleep(0)

    async def whoami():
        before = asyncio.current_task().get_name()
        await asyncio.sleep(0)
        return before, asyncio.current_task().get_name()

    print(await whoami())
    print(await asyncio.create_task(whoami(), name="own"))
    print(await asyncio.gather(*(asyncio.create_task(whoami(), name=n) for n in "xyz")))


asyncio.run(main())
