# call_soon keeps the order of calls; a handle runs in the next iteration.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    loop.call_soon(print, "first")
    loop.call_soon(print, "second", "with", "arguments")
    handle = loop.call_soon(print, "never")
    handle.cancel()
    print(handle.cancelled())

    def again(n):
        print("again", n)
        if n:
            loop.call_soon(again, n - 1)
        else:
            done.set_result("end")

    loop.call_soon(again, 3)
    loop.call_soon(print, "third")
    asyncio.create_task(asyncio.sleep(0)).add_done_callback(lambda t: print("task done"))
    print("nothing has run")
    await asyncio.sleep(0)
    print("one iteration")
    await asyncio.sleep(0)
    print("two iterations")
    print(await done)

    def chain(label, n):
        if n:
            loop.call_soon(chain, label, n - 1)
        print(label, n)

    chain("x", 2)
    chain("y", 2)
    for i in range(4):
        await asyncio.sleep(0)
        print("tick", i)


asyncio.run(main())
