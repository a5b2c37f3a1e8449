# Eager tasks: they run at once as far as they can, and may be done before anybody could wait.
import asyncio


async def immediate(name):
    print(name, "runs in", asyncio.current_task().get_name())
    return name


async def waiting(name):
    print(name, "starts")
    await asyncio.sleep(0)
    print(name, "goes on")
    return name


async def failing():
    raise ValueError("at once")


async def main():
    loop = asyncio.get_running_loop()
    print("factory:", loop.get_task_factory() is asyncio.eager_task_factory)
    one = asyncio.create_task(immediate("one"), name="first")
    print("done:", one.done(), one.result(), one.get_name(), one.get_coro())
    two = asyncio.create_task(waiting("two"))
    print("done:", two.done())
    three = asyncio.create_task(failing())
    print("failed:", three.done(), repr(three.exception()))
    print("all:", sorted(task.get_coro().__name__ for task in asyncio.all_tasks()))
    print(await two)
    print(await asyncio.gather(immediate("a"), waiting("b"), immediate("c")))
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(immediate(f"group {n}")) for n in range(2)]
        print([task.done() for task in tasks])
    print("current:", asyncio.current_task().get_name())
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(failing())
            group.create_task(waiting("cancelled"))
    except* ValueError as errors:
        print(errors.exceptions)


with asyncio.Runner() as runner:
    runner.get_loop().set_task_factory(asyncio.eager_task_factory)
    runner.run(main())


class Named(asyncio.Task):
    pass


async def second():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.create_eager_task_factory(Named))
    task = asyncio.create_task(immediate("custom"))
    print(type(task).__name__, task.done())
    loop.set_task_factory(None)
    task = asyncio.create_task(immediate("lazy"))
    print(type(task).__name__, task.done())
    await task
    task = asyncio.Task(immediate("constructed"), loop=loop, eager_start=True)
    print(task.done())
    try:
        loop.set_task_factory("factory")
    except TypeError as error:
        print(error)


asyncio.run(second())
