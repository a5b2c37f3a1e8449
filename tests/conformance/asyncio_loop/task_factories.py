# A task factory sees every task that the program makes.
import asyncio


class Logged(asyncio.Task):
    def cancel(self, *args, **kwargs):
        print("cancel", self.get_name())
        return super().cancel(*args, **kwargs)


def factory(loop, coro, **kwargs):
    print("factory:", coro.__name__, sorted(kwargs))
    return Logged(coro, loop=loop, **kwargs)


async def child(n):
    await asyncio.sleep(0.01 * n)
    return n


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_task_factory())
    loop.set_task_factory(factory)
    print(loop.get_task_factory() is factory)
    task = asyncio.create_task(child(1), name="named")
    print(type(task).__name__, task.get_name(), await task)
    print(await asyncio.gather(child(0), child(1)))
    async with asyncio.TaskGroup() as group:
        group.create_task(child(2))
    print(await asyncio.wait_for(child(0), 1))
    task = asyncio.ensure_future(child(100))
    await asyncio.sleep(0)
    task.cancel("enough")
    try:
        await task
    except asyncio.CancelledError as error:
        print(error.args)
    loop.set_task_factory(None)
    print(type(asyncio.ensure_future(child(0))).__name__)


asyncio.run(main())
