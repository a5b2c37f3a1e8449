# Tasks that wait for each other in a ring cannot be cancelled: RecursionError, and nothing breaks.
import asyncio


async def waits_for(name):
    await asyncio.sleep(0)
    try:
        await tasks[name]
    except LookupError as error:
        print("let out:", error)


async def main():
    global tasks
    tasks = {}
    tasks["a"] = asyncio.create_task(waits_for("b"))
    tasks["b"] = asyncio.create_task(waits_for("c"))
    tasks["c"] = asyncio.create_task(waits_for("a"))
    await asyncio.sleep(0.01)
    try:
        tasks["a"].cancel()
    except RecursionError as error:
        print(type(error).__name__)
    print([task.done() for task in tasks.values()], all(task.cancelling() > 10 for task in tasks.values()))
    for task in tasks.values():
        task.get_coro().close()


async def in_pieces():
    try:
        await asyncio.wait_for(main(), 1)
    except RecursionError:
        print("too deep")


loop = asyncio.new_event_loop()
loop.set_exception_handler(lambda loop, context: None)
loop.run_until_complete(main())
loop.close()
print("over")
