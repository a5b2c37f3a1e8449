"""A task that awaits itself is told so; whoever awaits it then is told that it is taken."""
import asyncio


async def narcissus():
    try:
        await asyncio.current_task()
    except RuntimeError as error:
        print(str(error).partition(":")[0])
    await asyncio.sleep(0)
    return "done"


async def echo(task):
    try:
        return await task
    except RuntimeError as error:
        return error


async def main():
    task = asyncio.create_task(narcissus())
    await asyncio.sleep(0)
    print("first:", await echo(task))
    print("in a group of two:", await asyncio.gather(echo(task), asyncio.shield(task), return_exceptions=True))
    print("done:", task.done(), await task)


asyncio.run(main())
