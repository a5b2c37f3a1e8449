# SPDX-License-Identifier: MIT
"""The asynchronous client: https://www.python-httpx.org/async/."""

import time

from ._base_client import USE_CLIENT_DEFAULT, BaseClient, BoundAsyncStream
from ._config import DEFAULT_LIMITS
from ._exceptions import TooManyRedirects, request_context
from ._streams import AsyncByteStream
from ._transports import AsyncHTTPTransport


class AsyncClient(BaseClient):
    def __init__(self, *, verify=True, cert=None, http1=True, http2=False, proxy=None, mounts=None, limits=DEFAULT_LIMITS,
                 transport=None, **kwargs):
        super().__init__(**kwargs)
        self._refuse(http2, proxy)
        self._transport = AsyncHTTPTransport(limits=limits) if transport is None else transport
        self._mounts = ()
        if mounts:
            from ._mounts import sorted_mounts
            self._mounts = sorted_mounts(mounts)

    async def request(self, method, url, *, auth=USE_CLIENT_DEFAULT, follow_redirects=USE_CLIENT_DEFAULT, **kwargs):
        if kwargs.get("cookies") is not None:
            import warnings
            warnings.warn("Setting per-request cookies=<...> is being deprecated, because the expected behaviour on cookie persistence "
                          "is ambiguous. Set cookies directly on the client instance instead.", DeprecationWarning, stacklevel=2)
        return await self.send(self.build_request(method, url, **kwargs), auth=auth, follow_redirects=follow_redirects)

    def stream(self, method, url, *, auth=USE_CLIENT_DEFAULT, follow_redirects=USE_CLIENT_DEFAULT, **kwargs):
        """`async with` it: the body is read piece by piece inside, and what is left is aborted."""
        return _Stream(self, method, url, kwargs, auth, follow_redirects)

    async def send(self, request, *, stream=False, auth=USE_CLIENT_DEFAULT, follow_redirects=USE_CLIENT_DEFAULT):
        follow_redirects = self._open(request, follow_redirects)
        response = await self._send_with_auth(request, self._auth_of(request, auth), follow_redirects)
        try:
            if not stream:
                await response.aread()
            return response
        except BaseException:
            await response.aclose()
            raise

    async def _send_with_auth(self, request, auth, follow_redirects):
        flow = auth.async_auth_flow(request)
        history = []
        try:
            request = await anext(flow)
            while True:
                response = await self._send_with_redirects(request, follow_redirects, history)
                try:
                    try:
                        next_request = await flow.asend(response)
                    except StopAsyncIteration:
                        return response
                    response.history = list(history)
                    await response.aread()
                    request = next_request
                    history.append(response)
                except BaseException:
                    await response.aclose()
                    raise
        finally:
            await flow.aclose()

    async def _send_with_redirects(self, request, follow_redirects, history):
        while True:
            if len(history) > self.max_redirects:
                raise TooManyRedirects("Exceeded maximum allowed redirects.", request=request)
            for hook in self._event_hooks["request"]:
                await hook(request)
            response = await self._send_single(request)
            try:
                for hook in self._event_hooks["response"]:
                    await hook(response)
                response.history = list(history)
                if not response.has_redirect_location:
                    return response
                request = self._redirect(request, response)
                history = [*history, response]
                if not follow_redirects:
                    response.next_request = request
                    return response
                await response.aread()
            except BaseException:
                await response.aclose()
                raise

    async def _send_single(self, request):
        transport = self._transport
        if self._mounts:
            from ._mounts import transport_for
            transport = transport_for(self._mounts, request.url, transport)
        start = time.perf_counter()
        if not isinstance(request.stream, AsyncByteStream):
            raise RuntimeError("Attempted to send an sync request with an AsyncClient instance.")
        with request_context(request):
            response = await transport.handle_async_request(request)
        return self._took(request, response, BoundAsyncStream, start)

    async def get(self, url, **kwargs):
        return await self.request("GET", url, **kwargs)

    async def options(self, url, **kwargs):
        return await self.request("OPTIONS", url, **kwargs)

    async def head(self, url, **kwargs):
        return await self.request("HEAD", url, **kwargs)

    async def post(self, url, **kwargs):
        return await self.request("POST", url, **kwargs)

    async def put(self, url, **kwargs):
        return await self.request("PUT", url, **kwargs)

    async def patch(self, url, **kwargs):
        return await self.request("PATCH", url, **kwargs)

    async def delete(self, url, **kwargs):
        return await self.request("DELETE", url, **kwargs)

    async def aclose(self):
        if self._state != self._CLOSED:
            self._state = self._CLOSED
            await self._transport.aclose()
            for _, transport in self._mounts:
                if transport is not None:
                    await transport.aclose()

    async def __aenter__(self):
        if self._state != self._UNOPENED:
            raise RuntimeError("Cannot open a client instance more than once." if self._state == self._OPENED else
                               "Cannot reopen a client instance, once it has been closed.")
        self._state = self._OPENED
        await self._transport.__aenter__()
        for _, transport in self._mounts:
            if transport is not None:
                await transport.__aenter__()
        return self

    async def __aexit__(self, kind=None, error=None, traceback=None):
        self._state = self._CLOSED
        await self._transport.__aexit__(kind, error, traceback)
        for _, transport in self._mounts:
            if transport is not None:
                await transport.__aexit__(kind, error, traceback)


class _Stream:
    def __init__(self, client, method, url, kwargs, auth, follow_redirects):
        self._client = client
        self._request = method, url, kwargs
        self._how = auth, follow_redirects

    async def __aenter__(self):
        method, url, kwargs = self._request
        auth, follow_redirects = self._how
        request = self._client.build_request(method, url, **kwargs)
        self._response = await self._client.send(request, stream=True, auth=auth, follow_redirects=follow_redirects)
        return self._response

    async def __aexit__(self, kind, error, traceback):
        await self._response.aclose()
