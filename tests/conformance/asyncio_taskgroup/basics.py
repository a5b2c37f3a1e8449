# TaskGroup: waits for all, results, tasks that create tasks.
import asyncio


async def job(name, seconds):
    await asyncio.sleep(seconds)
    print(name, "done")
    return name


async def main():
    async with asyncio.TaskGroup() as tg:
        a = tg.create_task(job("a", 0.1), name="task a")
        b = tg.create_task(job("b", 0.05))
        print("body ends", a.get_name())
    print(a.result(), b.result())

    async with asyncio.TaskGroup() as tg:
        pass
    print("empty group")

    async def parent(tg, n):
        print("parent", n)
        if n:
            tg.create_task(parent(tg, n - 1))
        await asyncio.sleep(0)

    async with asyncio.TaskGroup() as tg:
        tg.create_task(parent(tg, 3))
    print("children of children are waited for")

    async with asyncio.TaskGroup() as outer:
        outer.create_task(job("outer", 0.1))
        async with asyncio.TaskGroup() as inner:
            inner.create_task(job("inner", 0.05))
        print("inner group ended")
    print("outer group ended")

    late = job("late", 0)
    try:
        tg.create_task(late)
    except RuntimeError as error:
        print(str(error).split(">")[-1])
    late.close()
    fresh = asyncio.TaskGroup()
    early = job("early", 0)
    try:
        fresh.create_task(early)
    except RuntimeError as error:
        print(str(error).split(">")[-1])
    early.close()

    async with asyncio.TaskGroup() as tg:
        t = tg.create_task(job("cancelled by hand", 1))
        await asyncio.sleep(0)
        t.cancel()
    print("a cancelled child is no error:", t.cancelled())


asyncio.run(main())
