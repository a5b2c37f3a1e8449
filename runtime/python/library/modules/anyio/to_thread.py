# SPDX-License-Identifier: MIT
"""anyio.to_thread: blocking functions beside the event loop."""

from ._worker_threads import default_limiter, run_in_worker


async def run_sync(func, *args, abandon_on_cancel=False, cancellable=None, limiter=None):
    return await run_in_worker(func, args, abandon_on_cancel or bool(cancellable), limiter)


def current_default_thread_limiter():
    return default_limiter()
