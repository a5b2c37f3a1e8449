# Default names count up; reprs in every state.
import asyncio


async def idle():
    await asyncio.sleep(10)


async def quick():
    return [1]


async def bad():
    raise ValueError("no")


def clean(task):
    return repr(task)


async def main():
    print(asyncio.current_task().get_name())
    tasks = [asyncio.create_task(quick()) for _ in range(3)]
    names = [t.get_name() for t in tasks]
    numbers = [int(n.removeprefix("Task-")) for n in names]
    print([n - numbers[0] for n in numbers])
    named = asyncio.create_task(quick(), name="Q")
    print(clean(named))
    await named
    print(clean(named))
    failing = asyncio.create_task(bad(), name="B")
    await asyncio.wait([failing])
    print(clean(failing))
    failing.exception()
    waiting = asyncio.create_task(idle(), name="W")
    await asyncio.sleep(0)
    print(clean(waiting))
    waiting.cancel()
    print(clean(waiting))
    await asyncio.wait([waiting])
    print(clean(waiting))
    future = asyncio.get_running_loop().create_future()
    print(future)
    future.set_result("x" * 10)
    print(future)
    f2 = asyncio.get_running_loop().create_future()
    f2.cancel()
    print(f2)
    f3 = asyncio.get_running_loop().create_future()
    f3.set_exception(OSError("disk"))
    print(f3, repr(f3.exception()))


asyncio.run(main())
