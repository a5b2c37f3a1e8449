# Done callbacks run through call_soon, in the order in which they were added.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()

    def callback(label):
        return lambda f: print(label, f.result())

    one = callback("one")
    future.add_done_callback(one)
    future.add_done_callback(callback("two"))
    future.add_done_callback(one)

    async def waiter(name):
        print(name, "waits")
        print(name, await future)

    w1 = asyncio.create_task(waiter("w1"))
    w2 = asyncio.create_task(waiter("w2"))
    await asyncio.sleep(0)
    future.add_done_callback(callback("three"))
    print("removed", future.remove_done_callback(one))
    future.set_result("R")
    print("set, nothing has run yet")
    future.add_done_callback(callback("late"))
    await asyncio.sleep(0)
    print("one iteration later")
    future.add_done_callback(callback("very late"))
    print(await future, "without suspending")
    await asyncio.sleep(0)
    await w1
    await w2

    def bad(f):
        raise ValueError("callback fails")

    loop.set_exception_handler(lambda loop, context: print("handler:", context["message"], repr(context["exception"])))
    other = loop.create_future()
    other.add_done_callback(bad)
    other.add_done_callback(callback("still runs"))
    other.set_result(1)
    await asyncio.sleep(0)


asyncio.run(main())
