# SPDX-License-Identifier: MIT
"""What an application does before its first request and after its last."""

import contextlib
import inspect


class DefaultLifespan:
    """The handlers of on_startup and on_shutdown."""

    def __init__(self, router):
        self.router = router

    async def __aenter__(self):
        await self.router.startup()

    async def __aexit__(self, *details):
        await self.router.shutdown()

    def __call__(self, app):
        return self


def lifespan_context(router, lifespan):
    if lifespan is None:
        return DefaultLifespan(router)
    if inspect.isasyncgenfunction(lifespan):
        return contextlib.asynccontextmanager(lifespan)
    if inspect.isgeneratorfunction(lifespan):
        return _wrapped(contextlib.contextmanager(lifespan))
    return lifespan


def _wrapped(context):
    @contextlib.asynccontextmanager
    async def wrapper(app):
        with context(app) as state:
            yield state

    return wrapper


async def run_lifespan(router, scope, receive, send):
    started = False
    app = scope.get("app")
    await receive()
    try:
        async with router.lifespan_context(app) as state:
            if state is not None:
                if "state" not in scope:
                    raise RuntimeError('The server does not support "state" in the lifespan scope.')
                scope["state"].update(state)
            await send({"type": "lifespan.startup.complete"})
            started = True
            await receive()
    except BaseException:
        import traceback

        text = traceback.format_exc()
        await send({"type": "lifespan.shutdown.failed" if started else "lifespan.startup.failed", "message": text})
        raise
    await send({"type": "lifespan.shutdown.complete"})
