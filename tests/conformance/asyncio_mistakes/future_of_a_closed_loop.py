"""Futures that are settled after their loop was closed: whoever counts on a callback is told."""
import asyncio


async def waits(future):
    try:
        await future
    finally:
        print("cleaned up")


loop = asyncio.new_event_loop()
futures = [loop.create_future() for _ in range(5)]
for future in futures[:3]:
    future.add_done_callback(print)
task = loop.create_task(waits(futures[3]), name="waits")
loop.run_until_complete(asyncio.sleep(0))
loop.close()

acts = {
    "set_result": lambda: futures[0].set_result(1),
    "set_exception": lambda: futures[1].set_exception(ValueError()),
    "cancel": lambda: futures[2].cancel(),
    "cancel of a task": lambda: task.cancel(),
    "set_result, nobody waits": lambda: futures[4].set_result(2),
    "call_soon": lambda: loop.call_soon(print),
    "run_until_complete": lambda: loop.run_until_complete(futures[4]),
}
for name, act in acts.items():
    try:
        print(name, "gives", act())
    except RuntimeError as error:
        print(name, "fails:", error)
print(*futures)
futures.clear()
del future
print(task.done(), task.cancelling())
