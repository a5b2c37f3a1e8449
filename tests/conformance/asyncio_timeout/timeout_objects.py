# What timeout() gives: a Timeout, with a state of its own.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    limit = asyncio.timeout(10)
    print(isinstance(limit, asyncio.Timeout), limit.expired(), repr(limit)[:18])
    async with limit as entered:
        print(entered is limit, limit.when() > loop.time())
        limit.reschedule(None)
        print(limit.when())
        limit.reschedule(loop.time() + 20)
        print(limit.when() - loop.time() > 19)
    print(repr(limit), limit.expired())
    for wrong in (lambda: limit.reschedule(1), lambda: asyncio.Timeout(1).reschedule(2)):
        try:
            wrong()
        except RuntimeError as error:
            print(error)
    try:
        async with limit:
            pass
    except RuntimeError as error:
        print(error)
    try:
        async with asyncio.timeout_at(loop.time() + 0.01) as limit:
            print(isinstance(limit, asyncio.Timeout))
            await asyncio.sleep(1)
    except TimeoutError:
        print("expired:", limit.expired(), repr(limit))
    try:
        async with asyncio.Timeout(loop.time() - 1) as limit:
            print("already late, still here")
            await asyncio.sleep(0)
            print("never")
    except TimeoutError:
        print("expired:", limit.expired())
    handle = loop.call_later(5, print)
    print(isinstance(handle, asyncio.TimerHandle))
    handle.cancel()


asyncio.run(main())
