# shield(): who is cancelled, who hears of failures.
import asyncio


async def work(label, seconds=0.02, fail=False):
    try:
        await asyncio.sleep(seconds)
        if fail:
            raise ValueError(label)
        print(label, "finished")
        return label
    except asyncio.CancelledError:
        print(label, "cancelled")
        raise


async def main():
    inner = asyncio.create_task(work("shielded"))
    try:
        await asyncio.wait_for(asyncio.shield(inner), 0.01)
    except TimeoutError:
        print("timed out, inner done:", inner.done())
    print(await inner)

    inner = asyncio.create_task(work("inner cancelled"))
    outer = asyncio.shield(inner)
    await asyncio.sleep(0)
    inner.cancel()
    try:
        await outer
    except asyncio.CancelledError:
        print("outer:", outer.cancelled())

    outer = asyncio.shield(work("failing", fail=True))
    try:
        await outer
    except ValueError as error:
        print("ValueError", error)

    async def impatient():
        try:
            await asyncio.shield(work("goes on"))
        except asyncio.CancelledError:
            print("impatient cancelled")
            raise

    task = asyncio.create_task(impatient())
    await asyncio.sleep(0.005)
    task.cancel()
    await asyncio.wait([task])
    await asyncio.sleep(0.03)

    done = asyncio.get_running_loop().create_future()
    done.set_result(1)
    print(asyncio.shield(done) is done)
    print(await asyncio.gather(asyncio.shield(work("a", 0.01)), asyncio.shield(work("b", 0.005))))
    outer = asyncio.shield(work("fails after all", fail=True))
    await asyncio.sleep(0)
    outer.cancel()
    await asyncio.sleep(0.03)
    print("end")


asyncio.run(main())
