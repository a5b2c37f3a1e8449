# What learners see when they print coroutines, tasks, futures, loops and functions.
import asyncio


async def job():
    await asyncio.sleep(0)
    return "result"


class Service:
    async def run(self):
        pass

    async def stream(self):
        yield 1


async def main():
    c = job()
    print(c)
    print(job)
    task = asyncio.create_task(c, name="T")
    print(task)
    print(str(task) == repr(task), [task])
    await task
    print(task)
    print(c)
    s = Service()
    r = s.run()
    print(r, s.stream())
    r.close()
    f = asyncio.get_running_loop().create_future()
    print(f, type(f), type(task), type(c), type(s.stream()))
    f.add_done_callback(print)
    print(f)
    f.set_result({"k": [1]})
    await asyncio.sleep(0)
    print(asyncio.gather(), type(asyncio.sleep(0)).__name__) if False else print(asyncio.CancelledError(), repr(asyncio.CancelledError("x")), repr(asyncio.TimeoutError()), asyncio.InvalidStateError)
    print(asyncio.Queue, asyncio.Lock, asyncio.Task.__name__, asyncio.sleep.__name__, asyncio.__name__)
    print(asyncio.FIRST_COMPLETED, repr(asyncio.QueueEmpty()), asyncio.QueueFull.__mro__[1].__name__, asyncio.CancelledError.__module__, asyncio.Future.__module__)


asyncio.run(main())
