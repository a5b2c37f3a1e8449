# SPDX-License-Identifier: MIT
"""An exception of a route becomes a response, if the program or the framework has a handler for it."""

from ._functions import is_async_callable
from .concurrency import run_in_threadpool
from .exceptions import HTTPException


def handler_of(error, by_class):
    for cls in type(error).__mro__:
        if cls in by_class:
            return by_class[cls]
    return None


def wrap_app_handling_exceptions(app, connection):
    """`app` as another that answers the exceptions for which there is a handler; each one's are in the scope."""

    async def wrapped(scope, receive, send):
        started = False

        async def sender(message):
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
            await send(message)

        try:
            await app(scope, receive, sender)
        except Exception as error:
            by_class, by_status = connection.scope.get("starlette.exception_handlers", ({}, {}))
            handler = by_status.get(error.status_code) if isinstance(error, HTTPException) else None
            if handler is None:
                handler = handler_of(error, by_class)
            if handler is None:
                raise
            if started:
                raise RuntimeError("Caught handled exception, but response already started.") from error
            if is_async_callable(handler):
                response = await handler(connection, error)
            else:
                response = await run_in_threadpool(handler, connection, error)
            if response is not None:
                await response(scope, receive, sender)

    return wrapped
