# timeout: nested blocks, moving the deadline, timeout_at, what each block sees.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    begin = loop.time()

    def now():
        return int((loop.time() - begin) / 0.05)

    try:
        async with asyncio.timeout(0.1) as outer:
            try:
                async with asyncio.timeout(0.05) as inner:
                    await asyncio.sleep(1)
            except TimeoutError:
                print("inner", now(), inner.expired(), outer.expired())
            await asyncio.sleep(1)
    except TimeoutError:
        print("outer", now(), outer.expired())
    begin = loop.time()
    async with asyncio.timeout(0.05) as block:
        for n in range(3):
            await asyncio.sleep(0.03)
            block.reschedule(loop.time() + 0.05)
            print("step", n, block.when() > loop.time())
    print("finished", block.expired())
    async with asyncio.timeout(None) as endless:
        print(endless.when())
        endless.reschedule(loop.time() + 1)
        await asyncio.sleep(0.01)
    begin = loop.time()
    try:
        async with asyncio.timeout_at(begin + 0.02):
            await asyncio.Event().wait()
    except TimeoutError as error:
        print("at", now(), repr(error.__cause__))
    try:
        async with asyncio.timeout(0.01):
            try:
                await asyncio.sleep(1)
            except asyncio.CancelledError:
                raise ValueError("other error")
    except ValueError as error:
        print(error)
    try:
        async with asyncio.timeout(0):
            print("still runs")
            await asyncio.sleep(0)
            print("never")
    except TimeoutError:
        print("zero")
    async with asyncio.timeout(0.001):
        total = sum(range(1000))
    print(total)
    try:
        async with block:
            pass
    except RuntimeError as error:
        print(error)


asyncio.run(main())
