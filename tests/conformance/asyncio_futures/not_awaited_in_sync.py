# Futures and tasks used wrongly from plain code.
import asyncio


async def work():
    return 5


def attempt(label, f):
    try:
        print(label, f())
    except BaseException as error:
        print(label, type(error).__name__, "|", error)


async def main():
    task = asyncio.create_task(work())
    attempt("result too early", task.result)
    attempt("exception too early", task.exception)
    attempt("plus", lambda: task + 1)
    attempt("index", lambda: task[0])
    attempt("call", lambda: task())
    attempt("len", lambda: len(task))
    attempt("bool", lambda: bool(task))
    attempt("add_done_callback without a function", lambda: task.add_done_callback())
    attempt("set_name", lambda: task.set_name("T") or task.get_name())
    f = asyncio.get_running_loop().create_future()
    attempt("iterate a future", lambda: next(iter(f)) is f)
    attempt("callback", lambda: f.add_done_callback(print.__class__) if False else "skipped")
    f.cancel()
    attempt("cancelled result", f.result)
    attempt("cancelled exception", f.exception)
    attempt("set after cancel", lambda: f.set_result(1))
    print(await task)
    attempt("result", task.result)


asyncio.run(main())
