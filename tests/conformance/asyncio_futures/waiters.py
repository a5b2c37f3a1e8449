# Several waiters on one future; one cancelled waiter cancels the future itself.
import asyncio


async def main():
    loop = asyncio.get_running_loop()

    async def waiter(name, future):
        try:
            print(name, "got", await future)
        except asyncio.CancelledError:
            print(name, "cancelled")
        except ValueError as error:
            print(name, "error", error)

    f = loop.create_future()
    tasks = [asyncio.create_task(waiter(n, f)) for n in "abc"]
    await asyncio.sleep(0)
    f.set_result("R")
    await asyncio.gather(*tasks)

    f = loop.create_future()
    tasks = [asyncio.create_task(waiter(n, f)) for n in "def"]
    await asyncio.sleep(0)
    f.set_exception(ValueError("E"))
    await asyncio.gather(*tasks)

    f = loop.create_future()
    tasks = [asyncio.create_task(waiter(n, f)) for n in "ghi"]
    await asyncio.sleep(0)
    tasks[1].cancel()
    await asyncio.gather(*tasks)
    print(f.cancelled())

    f = loop.create_future()
    t = asyncio.create_task(waiter("late cancel", f))
    await asyncio.sleep(0)
    f.set_result("too late to cancel the future")
    t.cancel()
    await t

    async def producer(future):
        for i in range(3):
            await asyncio.sleep(0.01)
            print("producing", i)
        future.set_result(i)

    f = loop.create_future()
    p = asyncio.create_task(producer(f))
    print(await f)
    await p

    class Channel:
        def __init__(self):
            self.waiting = []

        async def receive(self):
            f = loop.create_future()
            self.waiting.append(f)
            return await f

        def send(self, value):
            self.waiting.pop(0).set_result(value)

    ch = Channel()
    receivers = [asyncio.create_task(ch.receive()) for _ in range(3)]
    await asyncio.sleep(0)
    for i in range(3):
        ch.send(i * 10)
    print(await asyncio.gather(*receivers))


asyncio.run(main())
