# Runner: several runs in one loop, contexts, debug, loop factories, what it refuses.
import asyncio
import contextvars

count = contextvars.ContextVar("count", default=0)


async def increase():
    count.set(count.get() + 1)
    await asyncio.sleep(0)
    return count.get()


async def leave_behind():
    async def left():
        try:
            await asyncio.sleep(100)
        finally:
            print("left behind: cancelled")

    asyncio.create_task(left())
    await asyncio.sleep(0)


def factory():
    print("factory called")
    return asyncio.new_event_loop()


with asyncio.Runner() as runner:
    print([runner.run(increase()) for _ in range(3)], count.get())
    loop = runner.get_loop()
    print(loop is runner.get_loop(), asyncio.get_event_loop() is loop, loop.is_running())
    runner.run(leave_behind())
    print("second run", runner.run(increase()))
print(loop.is_closed())
try:
    runner.run(increase())
except RuntimeError as error:
    print(error)
with asyncio.Runner(loop_factory=factory, debug=True) as runner:
    print(runner.get_loop().get_debug(), runner.run(increase()))
    coroutine = increase()
    try:
        runner.run("not a coroutine")
    except ValueError as error:
        print(error)
    coroutine.close()

    async def nested():
        coroutine = increase()
        try:
            runner.run(coroutine)
        except RuntimeError as error:
            print(error)
        coroutine.close()

    runner.run(nested())
runner = asyncio.Runner()
runner.close()
runner.close()
print(asyncio.run(increase(), loop_factory=factory), asyncio.run(increase(), debug=False))
try:
    asyncio.run(increase)
except ValueError as error:
    print(str(error).partition(" at ")[0])


async def fails():
    raise LookupError("in run")


try:
    with asyncio.Runner() as runner:
        runner.run(fails())
except LookupError as error:
    print("LookupError", error)
