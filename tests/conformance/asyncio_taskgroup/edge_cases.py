# Task groups: nested, cancelled from outside, with errors at every place.
import asyncio


async def sleeper(name, seconds=10):
    try:
        await asyncio.sleep(seconds)
        print(name, "slept")
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise


async def failing(error, seconds=0):
    await asyncio.sleep(seconds)
    raise error


def show(group, indent=0):
    print(" " * indent + f"{type(group).__name__}: {group}")
    for error in getattr(group, "exceptions", ()):
        show(error, indent + 2)


async def attempt(title, function):
    print("--", title)
    try:
        await function()
    except BaseExceptionGroup as group:
        show(group)
    except BaseException as error:
        print(type(error).__name__, error)


async def nested():
    async with asyncio.TaskGroup() as outer:
        outer.create_task(sleeper("outer"))
        async with asyncio.TaskGroup() as inner:
            inner.create_task(sleeper("inner"))
            inner.create_task(failing(ValueError("in the inner")))


async def body_fails():
    async with asyncio.TaskGroup() as group:
        group.create_task(sleeper("child"))
        await asyncio.sleep(0)
        raise KeyError("body")


async def both_fail():
    async with asyncio.TaskGroup() as group:
        group.create_task(failing(ValueError("child")))
        group.create_task(failing(TypeError("other child")))
        try:
            await asyncio.sleep(1)
        finally:
            raise KeyError("while leaving")


async def fails_while_cancelled():
    async def stubborn():
        try:
            await asyncio.sleep(10)
        finally:
            raise OSError("cleanup failed")

    async with asyncio.TaskGroup() as group:
        group.create_task(stubborn())
        group.create_task(failing(ValueError("first")))


async def cancelled_outside():
    async def work():
        async with asyncio.TaskGroup() as group:
            group.create_task(sleeper("child"))
            await asyncio.sleep(10)

    task = asyncio.create_task(work())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    task.cancel("from outside")
    await task


async def child_cancelled():
    async with asyncio.TaskGroup() as group:
        task = group.create_task(sleeper("cancelled alone"))
        group.create_task(sleeper("goes on", 0.01))
        await asyncio.sleep(0)
        task.cancel()
    print("cancelled:", task.cancelled())


async def late():
    async with asyncio.TaskGroup() as group:
        async def spawn():
            await asyncio.sleep(0.01)
            group.create_task(sleeper("late", 0.01))

        group.create_task(spawn())
    coroutine = sleeper("too late")
    try:
        group.create_task(coroutine)
    except RuntimeError as error:
        print(str(error)[-11:])


async def system_exit():
    async with asyncio.TaskGroup() as group:
        group.create_task(sleeper("child"))
        await asyncio.sleep(0)
        raise SystemExit(3)


async def timeout_inside():
    async with asyncio.timeout(0.02):
        async with asyncio.TaskGroup() as group:
            group.create_task(sleeper("child"))


async def timeout_child():
    async def limited():
        async with asyncio.timeout(0.01):
            await sleeper("limited")

    async with asyncio.TaskGroup() as group:
        group.create_task(limited())
        group.create_task(sleeper("sibling"))


async def main():
    for function in (nested, body_fails, both_fail, fails_while_cancelled, cancelled_outside, child_cancelled, late,
                     system_exit, timeout_inside, timeout_child):
        await attempt(function.__name__, function)
    group = asyncio.TaskGroup()
    print(repr(group))
    async with group:
        task = group.create_task(asyncio.sleep(0))
        print(repr(group), task.get_name()[:5])
    print(repr(group))
    try:
        async with group:
            pass
    except RuntimeError as error:
        print(str(error)[-24:])


asyncio.run(main())
