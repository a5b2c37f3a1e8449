# get_stack and print_stack: where a task is suspended, or where it failed.
import asyncio
import sys


async def inner():
    await asyncio.sleep(0.01)
    raise ValueError("inner")


async def outer():
    await inner()


def names(task, **kwargs):
    return [(frame.f_code.co_name, frame.f_lineno) for frame in task.get_stack(**kwargs)]


async def main():
    task = asyncio.create_task(outer(), name="shown")
    print("before it starts:", names(task))
    await asyncio.sleep(0)
    print("suspended:", names(task))
    task.print_stack(file=sys.stdout)
    await asyncio.wait([task])
    print("failed:", [name for name, line in names(task)])
    print("limited:", names(task, limit=1))
    task.print_stack(file=sys.stdout)
    task.print_stack(limit=1, file=sys.stdout)

    async def fine():
        return 1

    done = asyncio.create_task(fine(), name="fine")
    await done
    print("done:", done.get_stack())
    done.print_stack(file=sys.stdout)
    print("own:", names(asyncio.current_task())[-1])


asyncio.run(main())
