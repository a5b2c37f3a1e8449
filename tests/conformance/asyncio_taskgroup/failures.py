# TaskGroup: the first failure cancels the siblings; errors come in a group.
import asyncio


async def ok(name, seconds):
    try:
        await asyncio.sleep(seconds)
        print(name, "done")
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise


async def bad(seconds, error):
    await asyncio.sleep(seconds)
    raise error


async def attempt(label, work):
    print("--", label)
    try:
        await work()
    except BaseExceptionGroup as group:
        print(type(group).__name__, "|", group)
        for error in group.exceptions:
            print("  ", repr(error))
    except BaseException as error:
        print("plain", repr(error))
    print("cancelling", asyncio.current_task().cancelling())


async def one_fails():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(ok("early", 0.01))
        tg.create_task(bad(0.06, ValueError("v")))
        tg.create_task(ok("late", 1))


async def two_fail():
    async def fails_when_cancelled():
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError:
            raise KeyError("while cancelled")

    async with asyncio.TaskGroup() as tg:
        tg.create_task(bad(0.01, ValueError("v")))
        tg.create_task(fails_when_cancelled())


async def body_fails():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(ok("child", 1))
        await asyncio.sleep(0)
        raise LookupError("body")


async def body_is_cancelled():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(bad(0.01, OSError("child")))
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError:
            print("body cancelled by the group")
            raise


async def nested():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(ok("outer child", 1))
        async with asyncio.TaskGroup() as inner:
            inner.create_task(bad(0.01, TypeError("inner")))


async def main():
    await attempt("one fails", one_fails)
    await attempt("two fail", two_fail)
    await attempt("body fails", body_fails)
    await attempt("body is cancelled", body_is_cancelled)
    await attempt("nested", nested)


asyncio.run(main())
