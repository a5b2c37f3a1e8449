# Handles and timer handles: cancelling, contexts, what they show of themselves.
import asyncio
import contextvars

variable = contextvars.ContextVar("variable", default="default")


def callback(*arguments):
    print("callback", arguments, variable.get())


async def main():
    loop = asyncio.get_running_loop()
    variable.set("main")
    handle = loop.call_soon(callback, 1, 2)
    print(type(handle).__name__, handle.cancelled(), handle.get_context() is not None)
    cancelled = loop.call_soon(callback, "never")
    cancelled.cancel()
    cancelled.cancel()
    print(repr(cancelled), cancelled.cancelled())
    context = contextvars.copy_context()
    context.run(variable.set, "other")
    other = loop.call_soon(callback, context=context)
    print(other.get_context() is context)
    await asyncio.sleep(0)
    now = loop.time()
    timer = loop.call_at(now + 0.01, callback, "timer")
    print(type(timer).__name__, isinstance(timer, asyncio.Handle), timer.when() == now + 0.01, timer.cancelled())
    later = loop.call_later(0.02, callback, "later")
    earlier = loop.call_later(0.015, callback, "cancelled")
    print(timer < later, timer <= later, later > earlier, timer == later, timer == timer)
    earlier.cancel()
    print(earlier.cancelled())
    await asyncio.sleep(0.05)
    for wrong in (lambda: loop.call_later(None, callback), lambda: loop.call_at(None, callback)):
        try:
            wrong()
        except TypeError as error:
            print(error)
    loop.set_debug(True)
    for schedule in (loop.call_soon, loop.call_soon_threadsafe):
        for wrong in (main, 42):
            try:
                schedule(wrong)
            except TypeError as error:
                print(error if wrong is main else "callable" in str(error))
    loop.set_debug(False)


asyncio.run(main())
