# Cancelling: awaiting in finally, several cancels, uncancel, messages, tasks that have not begun.
import asyncio


async def worker(name, log):
    try:
        log.append(f"{name} begins")
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        log.append(f"{name} cancelled {error.args}")
        raise
    finally:
        try:
            await asyncio.sleep(0.01)
            log.append(f"{name} tidied")
        except asyncio.CancelledError:
            log.append(f"{name} cancelled again while tidying")
            raise


async def main():
    log = []
    task = asyncio.create_task(worker("w", log))
    print(task.cancel("before it began"))
    await asyncio.wait([task])
    print(task.cancelled(), log)
    task = asyncio.create_task(worker("x", log))
    await asyncio.sleep(0)
    print(task.cancel("one"), task.cancelling(), task.cancel("two"), task.cancelling())
    await asyncio.wait([task])
    print(log, task.cancelled(), task.cancel())
    log.clear()
    task = asyncio.create_task(worker("y", log))
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.sleep(0.005)
    task.cancel()
    await asyncio.wait([task])
    print(log)
    for ask in (task.result, task.exception):
        try:
            ask()
        except asyncio.CancelledError as error:
            print(type(error).__name__, error.args)

    async def stays():
        me = asyncio.current_task()
        for _ in range(2):
            try:
                await asyncio.sleep(1)
            except asyncio.CancelledError:
                print("ignored", me.cancelling(), me.uncancel())
        return "stayed"

    task = asyncio.create_task(stays())
    for _ in range(2):
        await asyncio.sleep(0.01)
        task.cancel()
    print(await task, task.cancelled(), task.cancelling())
    print(issubclass(asyncio.CancelledError, Exception), issubclass(asyncio.CancelledError, BaseException))


asyncio.run(main())
