# SPDX-License-Identifier: MIT
"""Blocking functions and context managers beside the event loop."""

from contextlib import asynccontextmanager, contextmanager

from starlette.concurrency import iterate_in_threadpool, run_in_threadpool, run_until_first_complete


@asynccontextmanager
async def contextmanager_in_threadpool(call, arguments=None):
    """A generator function (with its arguments) or a context manager, entered and left in threads."""
    manager = call if arguments is None else contextmanager(call)(**arguments)
    value = await run_in_threadpool(manager.__enter__)
    try:
        yield value
    except Exception as error:
        handled = bool(await run_in_threadpool(manager.__exit__, type(error), error, error.__traceback__))
        if not handled:
            raise
    else:
        await run_in_threadpool(manager.__exit__, None, None, None)
