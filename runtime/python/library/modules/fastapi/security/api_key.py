# SPDX-License-Identifier: MIT
"""Keys in a header, a query parameter or a cookie."""

from starlette.requests import Request

from ..exceptions import HTTPException
from .base import SecurityBase


class _APIKey(SecurityBase):
    place = None

    def __init__(self, *, name, scheme_name=None, description=None, auto_error=True):
        self.name = name
        self.scheme_name = scheme_name or type(self).__name__
        self.auto_error = auto_error
        self.model = {"type": "apiKey", **({"description": description} if description else {}), "in": self.place, "name": name}

    def _given(self, value):
        if not value and self.auto_error:
            raise HTTPException(status_code=403, detail="Not authenticated")
        return value or None


class APIKeyQuery(_APIKey):
    place = "query"

    async def __call__(self, request: Request):
        return self._given(request.query_params.get(self.name))


class APIKeyHeader(_APIKey):
    place = "header"

    async def __call__(self, request: Request):
        return self._given(request.headers.get(self.name))


class APIKeyCookie(_APIKey):
    place = "cookie"

    async def __call__(self, request: Request):
        return self._given(request.cookies.get(self.name))
