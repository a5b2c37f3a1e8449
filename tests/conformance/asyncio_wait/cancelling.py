# Cancelling a wait leaves its tasks running; cancelled tasks count as done.
import asyncio


async def job(name, seconds):
    try:
        await asyncio.sleep(seconds)
        print(name, "done")
        return name
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise


async def main():
    a = asyncio.create_task(job("a", 0.1))
    b = asyncio.create_task(job("b", 0.2))

    async def waits():
        try:
            await asyncio.wait([a, b])
        except asyncio.CancelledError:
            print("wait cancelled", a.done(), b.done())
            raise

    w = asyncio.create_task(waits())
    await asyncio.sleep(0.05)
    w.cancel()
    await asyncio.wait([w])
    b.cancel()
    done, pending = await asyncio.wait([a, b], return_when=asyncio.FIRST_COMPLETED)
    print(len(done), len(pending), b.cancelled())
    done, pending = await asyncio.wait([a, b], return_when=asyncio.FIRST_EXCEPTION)
    print(len(done), len(pending))

    f = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_later(0.05, f.set_exception, KeyError("f"))
    done, _ = await asyncio.wait([f])
    print([repr(x.exception()) for x in done])
    c = asyncio.create_task(job("c", 1))
    await asyncio.sleep(0)
    c.cancel()
    done, pending = await asyncio.wait([c], return_when=asyncio.FIRST_EXCEPTION)
    print(len(done), len(pending))


asyncio.run(main())
