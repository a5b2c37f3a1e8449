# When main returns, asyncio.run cancels what is left and waits for it.
import asyncio


async def worker(name, cleanup):
    try:
        print(name, "starts")
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print(name, "cancelled")
        await asyncio.sleep(cleanup)
        print(name, "clean")
        raise


async def stubborn():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        pass
    return "finished anyway"


async def just_created():
    print("a first step after main has returned")
    try:
        await asyncio.sleep(0)
        print("not reached")
    except asyncio.CancelledError:
        print("just_created cancelled")
        raise


async def spawns_in_cleanup():
    try:
        await asyncio.sleep(10)
    finally:
        asyncio.create_task(worker("too late", 0))


async def main():
    asyncio.create_task(worker("w", 0.05))
    s = asyncio.create_task(stubborn())
    s.add_done_callback(lambda t: print("stubborn result:", t.result()))
    await asyncio.sleep(0.01)
    asyncio.create_task(just_created())
    return "main is done"


print(asyncio.run(main()))
