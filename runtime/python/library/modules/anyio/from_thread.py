# SPDX-License-Identifier: MIT
"""From a worker thread back into the event loop that waits for it."""

import asyncio
import inspect

from ._worker_threads import loop_of_this_thread


def run(func, *args):
    return asyncio.run_coroutine_threadsafe(func(*args), loop_of_this_thread()).result()


def run_sync(func, *args):
    async def call():
        result = func(*args)
        assert not inspect.isawaitable(result)
        return result

    return asyncio.run_coroutine_threadsafe(call(), loop_of_this_thread()).result()


def check_cancelled():
    pass
