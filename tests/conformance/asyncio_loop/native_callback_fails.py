# A callback without a line of Python fails: its report has the loop's own frame.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon([].pop)
    loop.call_soon(int, "x")
    future = loop.create_future()
    future.set_result(1)
    loop.call_soon(future.set_result, 2)
    await asyncio.sleep(0.02)
    loop.set_exception_handler(lambda loop, context: print(sorted(context), repr(context["exception"]), context["exception"].__traceback__ is not None))
    loop.call_soon({}.popitem)
    await asyncio.sleep(0)


asyncio.run(main())
