# get_running_loop, get_event_loop, loop identity, time, several runs.
import asyncio


def outside():
    try:
        asyncio.get_running_loop()
    except RuntimeError as error:
        print(error)


outside()
loops = []


async def main():
    loop = asyncio.get_running_loop()
    loops.append(loop)
    print(loop is asyncio.get_event_loop(), loop.is_running(), loop.is_closed(), type(loop.time()).__name__)
    t = loop.time()
    await asyncio.sleep(0.05)
    print(0.04 < loop.time() - t < 0.3)
    inner = await asyncio.create_task(same())
    print(inner is loop)
    f = loop.create_future()
    loop.call_soon(lambda: f.set_result(asyncio.get_running_loop() is loop))
    print(await f)
    print(await loop.create_task(same(), name="named") is loop)
    for callback_kind in (loop.call_soon, lambda *a: loop.call_later(0, *a), loop.call_soon_threadsafe):
        done = loop.create_future()
        callback_kind(done.set_result, "called")
        print(await done)


async def same():
    return asyncio.get_running_loop()


asyncio.run(main())
asyncio.run(main())
print(loops[0] is loops[1], [l.is_closed() for l in loops])
outside()
loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
print(asyncio.get_event_loop() is loop)


async def stops():
    asyncio.get_running_loop().stop()
    return "stopped early"


print(loop.run_until_complete(stops()))
print(loop.run_until_complete(asyncio.gather(asyncio.sleep(0.01, "g1"), asyncio.sleep(0, "g2"))) if False else "no loop outside needed")
loop.run_until_complete(loop.shutdown_asyncgens())
loop.close()
