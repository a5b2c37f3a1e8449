# asyncio.Runner: several runs in one loop.
import asyncio


async def value(x):
    await asyncio.sleep(0)
    return x


async def background():
    try:
        await asyncio.sleep(10)
    finally:
        print("background cleaned up")


async def start():
    global task
    task = asyncio.create_task(background())
    await asyncio.sleep(0)
    return "started"


with asyncio.Runner() as runner:
    print(runner.run(value(1)))
    print(runner.run(value(2)))
    print(runner.run(start()))
    loop = runner.get_loop()
    print(loop.is_closed(), runner.get_loop() is loop)
    try:
        runner.run(5)
    except (TypeError, ValueError) as error:
        print(error)
    print("leaving")
print(loop.is_closed(), task.cancelled())
c = value(3)
try:
    runner.run(c)
except RuntimeError as error:
    print(error)
c.close()


async def fails():
    raise LookupError("E")


with asyncio.Runner(debug=False) as runner:
    try:
        runner.run(fails())
    except LookupError as error:
        print("caught", error)
    print(runner.run(value("still usable")))
