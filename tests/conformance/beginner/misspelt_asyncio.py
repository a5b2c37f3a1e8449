"""Misspelt names of asyncio and keyword arguments of its functions."""
import asyncio


def attempt(action):
    try:
        action()
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error, getattr(error, "name", None))


attempt(lambda: asyncio.slep(1))
attempt(lambda: asyncio.Sempahore(1))
attempt(lambda: asyncio.gather(x=1))
attempt(lambda: asyncio.wait_for())
attempt(lambda: asyncio.Queue(max_size=3))
attempt(lambda: asyncio.shield())
attempt(lambda: max([1, 2], keyy=len))
attempt(lambda: enumerate([1], begin=1))


async def main():
    task = asyncio.create_tsk(asyncio.Event().wait())


asyncio.run(main())
