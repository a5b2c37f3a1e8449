# Many small misuses: what each says, and when.
import asyncio
async def f(): await asyncio.sleep(0)
async def main():
    loop = asyncio.get_running_loop()
    # never awaited in various containers
    d = {'a': f()}
    d.clear()
    (f(), f())
    async def inner():
        f()
        raise ValueError('x')
    try: await inner()
    except ValueError: print('caught')
    # unawaited gather / wait_for
    asyncio.wait_for(f(), 1)
    asyncio.gather(f(), f())
    asyncio.shield(f())
    # unretrieved gather
    async def boom(): raise KeyError('boom')
    g = asyncio.gather(boom())
    await asyncio.sleep(0.01)
    del g
    print('g dropped')
    # task exception with __cause__
    async def chain():
        try: 1/0
        except ZeroDivisionError as e: raise RuntimeError('chained') from e
    t = asyncio.create_task(chain(), name='chain'); await asyncio.sleep(0.01); del t
    # group in task
    async def grp():
        async with asyncio.TaskGroup() as tg:
            tg.create_task(boom()); tg.create_task(boom())
    t = asyncio.create_task(grp(), name='grp'); await asyncio.sleep(0.01); del t
    # future exception
    fut = loop.create_future(); fut.set_exception(ValueError('fut')); del fut
    # invalid states
    fut = loop.create_future(); fut.set_result(1)
    for c in (lambda: fut.set_result(2), lambda: fut.set_exception(ValueError()), lambda: loop.create_future().result(), lambda: loop.create_future().exception(), lambda: loop.create_future().set_exception(StopIteration()), lambda: loop.create_future().set_exception(5)):
        try: c()
        except BaseException as e: print(type(e).__name__, e)
    t = asyncio.current_task()
    for c in (lambda: t.set_result(1), lambda: t.set_exception(ValueError()), lambda: t.result(), lambda: t.exception()):
        try: c()
        except BaseException as e: print(type(e).__name__, e)
    try: asyncio.create_task(f)
    except TypeError as e: print(str(e)[:45])
    for n in ('Lock', 'Event', 'Queue', 'Semaphore', 'Condition'):
        try: getattr(asyncio, n)(loop=loop)
        except TypeError as e: print(e)
    try: asyncio.sleep(1, loop=loop)
    except TypeError as e: print(e)
    try: asyncio.BoundedSemaphore(1).release()
    except ValueError as e: print(e)
    try: asyncio.Lock().release()
    except RuntimeError as e: print(e)
    try: asyncio.Semaphore(-1)
    except ValueError as e: print(e)
    try: asyncio.Queue().task_done()
    except ValueError as e: print(e)
asyncio.run(main())
try: asyncio.run(f(), loop_factory=5)
except TypeError as e: print(e)
