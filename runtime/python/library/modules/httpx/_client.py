# SPDX-License-Identifier: MIT
"""The blocking client: https://www.python-httpx.org/advanced/clients/."""

import time

from ._base_client import USE_CLIENT_DEFAULT, BaseClient, BoundStream
from ._config import DEFAULT_LIMITS
from ._exceptions import TooManyRedirects, request_context
from ._streams import SyncByteStream
from ._transports import HTTPTransport


class Client(BaseClient):
    def __init__(self, *, verify=True, cert=None, http1=True, http2=False, proxy=None, mounts=None, limits=DEFAULT_LIMITS,
                 transport=None, **kwargs):
        super().__init__(**kwargs)
        self._refuse(http2, proxy)
        self._transport = HTTPTransport(limits=limits) if transport is None else transport
        self._mounts = ()
        if mounts:
            from ._mounts import sorted_mounts
            self._mounts = sorted_mounts(mounts)

    def request(self, method, url, *, auth=USE_CLIENT_DEFAULT, follow_redirects=USE_CLIENT_DEFAULT, **kwargs):
        if kwargs.get("cookies") is not None:
            import warnings
            warnings.warn("Setting per-request cookies=<...> is being deprecated, because the expected behaviour on cookie persistence "
                          "is ambiguous. Set cookies directly on the client instance instead.", DeprecationWarning, stacklevel=2)
        return self.send(self.build_request(method, url, **kwargs), auth=auth, follow_redirects=follow_redirects)

    def stream(self, method, url, *, auth=USE_CLIENT_DEFAULT, follow_redirects=USE_CLIENT_DEFAULT, **kwargs):
        """`with` it: the body is read piece by piece inside, and what is left is aborted."""
        return _Stream(self, method, url, kwargs, auth, follow_redirects)

    def send(self, request, *, stream=False, auth=USE_CLIENT_DEFAULT, follow_redirects=USE_CLIENT_DEFAULT):
        follow_redirects = self._open(request, follow_redirects)
        response = self._send_with_auth(request, self._auth_of(request, auth), follow_redirects)
        try:
            if not stream:
                response.read()
            return response
        except BaseException:
            response.close()
            raise

    def _send_with_auth(self, request, auth, follow_redirects):
        flow = auth.sync_auth_flow(request)
        history = []
        try:
            request = next(flow)
            while True:
                response = self._send_with_redirects(request, follow_redirects, history)
                try:
                    try:
                        next_request = flow.send(response)
                    except StopIteration:
                        return response
                    response.history = list(history)
                    response.read()
                    request = next_request
                    history.append(response)
                except BaseException:
                    response.close()
                    raise
        finally:
            flow.close()

    def _send_with_redirects(self, request, follow_redirects, history):
        while True:
            if len(history) > self.max_redirects:
                raise TooManyRedirects("Exceeded maximum allowed redirects.", request=request)
            for hook in self._event_hooks["request"]:
                hook(request)
            response = self._send_single(request)
            try:
                for hook in self._event_hooks["response"]:
                    hook(response)
                response.history = list(history)
                if not response.has_redirect_location:
                    return response
                request = self._redirect(request, response)
                history = [*history, response]
                if not follow_redirects:
                    response.next_request = request
                    return response
                response.read()
            except BaseException:
                response.close()
                raise

    def _send_single(self, request):
        transport = self._transport
        if self._mounts:
            from ._mounts import transport_for
            transport = transport_for(self._mounts, request.url, transport)
        start = time.perf_counter()
        if not isinstance(request.stream, SyncByteStream):
            raise RuntimeError("Attempted to send an async request with a sync Client instance.")
        with request_context(request):
            response = transport.handle_request(request)
        return self._took(request, response, BoundStream, start)

    def get(self, url, **kwargs):
        return self.request("GET", url, **kwargs)

    def options(self, url, **kwargs):
        return self.request("OPTIONS", url, **kwargs)

    def head(self, url, **kwargs):
        return self.request("HEAD", url, **kwargs)

    def post(self, url, **kwargs):
        return self.request("POST", url, **kwargs)

    def put(self, url, **kwargs):
        return self.request("PUT", url, **kwargs)

    def patch(self, url, **kwargs):
        return self.request("PATCH", url, **kwargs)

    def delete(self, url, **kwargs):
        return self.request("DELETE", url, **kwargs)

    def close(self):
        if self._state != self._CLOSED:
            self._state = self._CLOSED
            self._transport.close()
            for _, transport in self._mounts:
                if transport is not None:
                    transport.close()

    def __enter__(self):
        if self._state != self._UNOPENED:
            raise RuntimeError("Cannot open a client instance more than once." if self._state == self._OPENED else
                               "Cannot reopen a client instance, once it has been closed.")
        self._state = self._OPENED
        self._transport.__enter__()
        for _, transport in self._mounts:
            if transport is not None:
                transport.__enter__()
        return self

    def __exit__(self, kind=None, error=None, traceback=None):
        self._state = self._CLOSED
        self._transport.__exit__(kind, error, traceback)
        for _, transport in self._mounts:
            if transport is not None:
                transport.__exit__(kind, error, traceback)


class _Stream:
    def __init__(self, client, method, url, kwargs, auth, follow_redirects):
        self._client = client
        self._request = method, url, kwargs
        self._how = auth, follow_redirects

    def __enter__(self):
        method, url, kwargs = self._request
        auth, follow_redirects = self._how
        request = self._client.build_request(method, url, **kwargs)
        self._response = self._client.send(request, stream=True, auth=auth, follow_redirects=follow_redirects)
        return self._response

    def __exit__(self, kind, error, traceback):
        self._response.close()
