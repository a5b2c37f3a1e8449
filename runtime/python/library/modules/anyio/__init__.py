# SPDX-License-Identifier: MIT
"""The part of the package anyio on which FastAPI programs stand: threads for blocking functions, and sleep().

Its task groups, cancel scopes and streams are not here: asyncio has its own."""

from ._worker_threads import CapacityLimiter

_TEXT = "Loopscope has of anyio what FastAPI needs: to_thread, from_thread, CapacityLimiter, run and sleep; use asyncio's {0}"


async def sleep(delay):
    import asyncio

    await asyncio.sleep(delay)


def run(func, *args, backend="asyncio", backend_options=None):
    import asyncio

    async def main():
        return await func(*args)

    return asyncio.run(main())


def __getattr__(name):
    if name in ("to_thread", "from_thread"):
        import importlib

        return importlib.import_module(f"anyio.{name}")
    other = {"create_task_group": "TaskGroup", "fail_after": "timeout()", "move_on_after": "timeout()"}.get(name, "tools")
    raise AttributeError(f"module 'anyio' has no attribute {name!r}. {_TEXT.format(other)}.")
