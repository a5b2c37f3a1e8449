# Task methods and properties through a task's life.
import asyncio


async def job(result):
    me = asyncio.current_task()
    print("inside", me.get_name(), me.done())
    await asyncio.sleep(0.01)
    return result


async def fails():
    raise KeyError("oops")


async def main():
    task = asyncio.create_task(job(42), name="job-1")
    print(task.get_name(), task.done(), task.cancelled(), asyncio.isfuture(task), isinstance(task, asyncio.Future))
    for method in ("result", "exception"):
        try:
            getattr(task, method)()
        except asyncio.InvalidStateError as error:
            print(method, "|", error)
    task.set_name("renamed")
    print(await task, task.done(), task.result(), task.exception(), task.get_name())
    print(task.cancel(), task.cancelled())
    for method in (task.set_result, task.set_exception):
        try:
            method(ValueError())
        except RuntimeError as error:
            print(type(error).__name__, "|", error)

    bad = asyncio.create_task(fails())
    await asyncio.wait([bad])
    print(repr(bad.exception()))
    try:
        bad.result()
    except KeyError as error:
        print("result raises", error)

    gone = asyncio.create_task(job(1))
    gone.cancel("with a message")
    try:
        await gone
    except asyncio.CancelledError as error:
        print("cancelled", error.args)
    for method in ("result", "exception"):
        try:
            getattr(gone, method)()
        except asyncio.CancelledError as error:
            print(method, "raises CancelledError", error.args)
    print(gone.cancelled(), gone.done())
    print(asyncio.current_task().get_name(), len(asyncio.all_tasks()))
    print(task.get_coro().__name__, task.get_loop() is asyncio.get_running_loop())
    number = asyncio.create_task(job(0), name=5)
    print(repr(number.get_name()))
    await number
    for wrong in (5, None, job, "text"):
        try:
            asyncio.create_task(wrong)
        except TypeError as error:
            print(str(error).split("<function")[0])


asyncio.run(main())
