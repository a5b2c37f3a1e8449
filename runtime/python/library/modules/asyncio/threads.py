# SPDX-License-Identifier: MIT
"""Functions in threads."""

from . import events

__all__ = ("to_thread",)


async def to_thread(func, /, *args, **kwargs):
    """Runs a blocking function in a thread and waits for its result."""
    import functools
    import _contextvars
    loop = events.get_running_loop()
    context = _contextvars.copy_context()
    return await loop.run_in_executor(None, functools.partial(context.run, func, *args, **kwargs))
