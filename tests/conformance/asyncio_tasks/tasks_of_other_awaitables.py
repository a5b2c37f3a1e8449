"""What a task shows of its coroutine when that is no coroutine function's: anext() of a generator, a class of one's own."""
import asyncio
import collections.abc


class Counted(collections.abc.Coroutine):
    def send(self, value):
        raise StopIteration("counted")

    def throw(self, *error):
        raise error[0]

    def close(self):
        pass

    def __await__(self):
        return self


class Named(Counted):
    def __init__(self):
        self.__name__ = "named"


async def letters():
    yield "a"
    yield "b"


async def main():
    async with asyncio.TaskGroup() as group:
        for number, coroutine in enumerate((Counted(), Named(), letters().__anext__())):
            task = group.create_task(coroutine, name=f"task {number}") if number < 2 else None
            if task is None:
                task = asyncio.ensure_future(coroutine)
                task.set_name("task 2")
            print(task)
            await task
            print(task)


asyncio.run(main())
