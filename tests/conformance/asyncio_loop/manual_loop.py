# new_event_loop, run_until_complete, run_forever, stop, close.
import asyncio


async def add(a, b):
    await asyncio.sleep(0.01)
    return a + b


loop = asyncio.new_event_loop()
print(loop.is_running(), loop.is_closed())
print(loop.run_until_complete(add(1, 2)))
future = loop.create_future()
loop.call_soon(future.set_result, "from the future")
print(loop.run_until_complete(future))
task = loop.create_task(add("x", "y"))
print(loop.run_until_complete(task), task.done())

loop.call_soon(print, "soon")
loop.call_later(0.05, loop.stop)
loop.call_later(0.02, print, "later")
loop.run_forever()
print("stopped")
loop.stop()
loop.call_soon(print, "one iteration runs although stop came first")
loop.run_forever()

never = loop.create_future()
loop.call_soon(loop.stop)
try:
    loop.run_until_complete(never)
except RuntimeError as error:
    print(error)


async def nested():
    inner = asyncio.new_event_loop()
    c = add(1, 1)
    try:
        inner.run_until_complete(c)
    except RuntimeError as error:
        print(error)
    finally:
        c.close()
        inner.close()
    try:
        asyncio.get_running_loop().run_until_complete(never)
    except RuntimeError as error:
        print(error)
    try:
        asyncio.get_running_loop().close()
    except RuntimeError as error:
        print(error)


loop.run_until_complete(nested())
try:
    loop.run_until_complete(5)
except TypeError as error:
    print(error)
loop.close()
loop.close()
print(loop.is_closed())
for work in (lambda: loop.call_soon(print), lambda: loop.run_forever(), lambda: loop.call_later(1, print)):
    try:
        work()
    except RuntimeError as error:
        print(error)
asyncio.set_event_loop(None)
