# Done callbacks, finally blocks, generators and prints at the end of a run.
import asyncio


async def gen(name):
    try:
        yield 1
        yield 2
    finally:
        print("generator", name, "closes")


async def holds_generator():
    async for _ in gen("in task"):
        try:
            await asyncio.sleep(10)
        finally:
            print("task with generator cancelled")


async def nested():
    async def inner():
        try:
            await asyncio.sleep(10)
        finally:
            print("inner finally")

    try:
        await asyncio.create_task(inner(), name="inner")
    finally:
        print("nested finally")


async def main(kind):
    future = asyncio.get_running_loop().create_future()
    future.add_done_callback(lambda f: print("callback, cancelled:", f.cancelled()))
    asyncio.get_running_loop().call_soon(future.cancel)
    asyncio.get_running_loop().call_later(5, print, "never called")
    asyncio.create_task(kind())
    await asyncio.sleep(0.01)
    asyncio.get_running_loop().call_soon(print, "soon, before the end")
    try:
        return "result of main"
    finally:
        print("main's finally")


for kind in (nested, holds_generator):
    print(asyncio.run(main(kind)))
print("last line")
