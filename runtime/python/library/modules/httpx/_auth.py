# SPDX-License-Identifier: MIT
"""Credentials: https://www.python-httpx.org/advanced/authentication/."""


class Auth:
    """A flow: it yields requests and is sent their responses."""

    requires_request_body = False
    requires_response_body = False

    def auth_flow(self, request):
        yield request

    def sync_auth_flow(self, request):
        if self.requires_request_body:
            request.read()
        flow = self.auth_flow(request)
        request = next(flow)
        while True:
            response = yield request
            if self.requires_response_body:
                response.read()
            try:
                request = flow.send(response)
            except StopIteration:
                return

    async def async_auth_flow(self, request):
        if self.requires_request_body:
            await request.aread()
        flow = self.auth_flow(request)
        request = next(flow)
        while True:
            response = yield request
            if self.requires_response_body:
                await response.aread()
            try:
                request = flow.send(response)
            except StopIteration:
                return


class FunctionAuth(Auth):
    def __init__(self, func):
        self._func = func

    def auth_flow(self, request):
        yield self._func(request)


class BasicAuth(Auth):
    def __init__(self, username, password):
        from base64 import b64encode
        user, secret = (one.encode() if isinstance(one, str) else one for one in (username, password))
        self._auth_header = f"Basic {b64encode(user + b':' + secret).decode()}"

    def auth_flow(self, request):
        request.headers["Authorization"] = self._auth_header
        yield request


class DigestAuth(Auth):
    def __init__(self, username, password):
        raise NotImplementedError("Loopscope's httpx has no digest authentication; use BasicAuth or a header.")


class NetRCAuth(Auth):
    def __init__(self, file=None):
        raise NotImplementedError("Loopscope's httpx reads no .netrc; use BasicAuth.")


def build_auth(auth):
    if auth is None or isinstance(auth, Auth):
        return auth
    if isinstance(auth, tuple):
        return BasicAuth(*auth)
    if callable(auth):
        return FunctionAuth(auth)
    raise TypeError(f'Invalid "auth" argument: {auth!r}')
