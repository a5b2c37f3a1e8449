# A gather that was cancelled, whose children end in ways of their own: which error comes out, and which are retrieved.
import asyncio


async def stubborn(name):
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError as error:
        print(name, "does not care for", error.args)
    return name


async def obedient():
    await asyncio.sleep(1)


async def bad_loser():
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        raise ValueError("instead")


async def attempt(*coroutines, **options):
    gathered = asyncio.gather(*coroutines, **options)
    await asyncio.sleep(0)
    print("cancel:", gathered.cancel("enough"))
    try:
        print(await gathered)
    except (asyncio.CancelledError, ValueError) as error:
        print(type(error).__name__, error.args, asyncio.current_task().cancelling())


async def main():
    for keep in (False, True):
        await attempt(obedient(), stubborn("last"), return_exceptions=keep)
        await attempt(stubborn("first"), obedient(), return_exceptions=keep)
        await attempt(bad_loser(), obedient(), bad_loser(), return_exceptions=keep)
        await attempt(stubborn("one"), stubborn("two"), return_exceptions=keep)


asyncio.run(main())
