from asyncio import *


async def main():
    gate = Event()
    task = create_task(gate.wait())
    await sleep(0)
    gate.set()
    print(await task, isinstance(task, Task), current_task() is not task)


run(main())
