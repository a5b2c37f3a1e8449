# The hooks by which other libraries drive tasks of their own.
import asyncio

loop = asyncio.new_event_loop()
print(asyncio._get_running_loop())
asyncio._set_running_loop(loop)
print(asyncio.get_running_loop() is loop, asyncio.get_event_loop() is loop)


async def coroutine():
    pass


task = loop.create_task(coroutine(), name="entered")
other = loop.create_task(coroutine(), name="other")
asyncio._enter_task(loop, task)
print(asyncio.current_task() is task, asyncio.current_task(loop) is task)
try:
    asyncio._enter_task(loop, other)
except RuntimeError as error:
    print("while another task" in str(error))
try:
    asyncio._leave_task(loop, other)
except RuntimeError as error:
    print("does not match" in str(error))
asyncio._leave_task(loop, task)
print(asyncio.current_task())
asyncio._unregister_task(other)
asyncio._register_task(other)
print(sorted(task.get_name() for task in asyncio.all_tasks(loop)))
asyncio._set_running_loop(None)
print(asyncio._get_running_loop())
try:
    asyncio.get_running_loop()
except RuntimeError as error:
    print(error)
loop.run_until_complete(asyncio.gather(task, other))
print(task.done(), other.done())
loop.close()
