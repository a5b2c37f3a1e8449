# SPDX-License-Identifier: MIT
"""What the methods of a session return: requests that have not begun."""

from collections.abc import Coroutine


class RequestContextManager(Coroutine):
    """A request that may be awaited, or be the subject of `async with`."""

    __slots__ = ("_coro", "_resp")

    def __init__(self, coro):
        self._coro = coro

    def send(self, value):
        return self._coro.send(value)

    def throw(self, *args):
        return self._coro.throw(*args)

    def close(self):
        return self._coro.close()

    def __await__(self):
        return self._coro.__await__()

    __iter__ = __await__

    async def __aenter__(self):
        self._resp = await self._coro
        return await self._resp.__aenter__()

    async def __aexit__(self, kind, error, traceback):
        await self._resp.__aexit__(kind, error, traceback)


class SessionRequestContextManager:
    """A request with a session of its own."""

    def __init__(self, coro, session):
        self._coro = coro
        self._session = session
        self._resp = None

    async def __aenter__(self):
        try:
            self._resp = await self._coro
        except BaseException:
            await self._session.close()
            raise
        return self._resp

    async def __aexit__(self, kind, error, traceback):
        self._resp.close()
        await self._session.close()
