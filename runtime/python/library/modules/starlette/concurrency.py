# SPDX-License-Identifier: MIT
"""Functions that block, in threads beside the event loop."""

import functools

from anyio._worker_threads import run_in_worker


async def run_in_threadpool(func, *args, **kwargs):
    return await run_in_worker(functools.partial(func, *args, **kwargs) if kwargs else func, args if not kwargs else ())


_END = object()


async def iterate_in_threadpool(iterator):
    iterator = iter(iterator)
    while True:
        item = await run_in_worker(next, (iterator, _END))
        if item is _END:
            return
        yield item


async def run_until_first_complete(*args):
    import asyncio

    tasks = [asyncio.ensure_future(function(**kwargs)) for function, kwargs in args]
    await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for task in tasks:
        task.cancel()
