# Sync and async protocols mixed up: the texts learners meet.
import asyncio


async def coro():
    return [1, 2, 3]


async def agen():
    yield 1


class AsyncManager:
    async def __aenter__(self):
        return self

    async def __aexit__(self, *a):
        pass


class SyncManager:
    def __enter__(self):
        return self

    def __exit__(self, *a):
        pass


async def attempt(work):
    try:
        result = work()
        if asyncio.iscoroutine(result):
            result = await result
        print("fine", type(result).__name__)
    except Exception as error:
        print(type(error).__name__, "|", error)


def for_over_coroutine():
    c = coro()
    try:
        for x in c:
            pass
    finally:
        c.close()


def index_coroutine():
    c = coro()
    try:
        return c[0]
    finally:
        c.close()


def add_coroutine():
    c = coro()
    try:
        return c + 1
    finally:
        c.close()


def attribute_of_coroutine():
    c = coro()
    try:
        return c.append(1)
    finally:
        c.close()


def with_async():
    with AsyncManager():
        pass


async def async_with_sync():
    async with SyncManager():
        pass


async def async_for_list():
    async for x in [1]:
        pass


async def await_agen():
    await agen()


async def await_list():
    await [coro]


def sync_for_agen():
    return [x for x in agen()]


async def await_missing_call():
    return await coro


async def main():
    for work in (for_over_coroutine, index_coroutine, add_coroutine, attribute_of_coroutine, with_async,
                 async_with_sync, async_for_list, await_agen, await_list, sync_for_agen, await_missing_call):
        await attempt(work)


asyncio.run(main())
