# SPDX-License-Identifier: MIT
"""HTTP's own schemes: Basic, Bearer, Digest."""

import binascii
from base64 import b64decode

from pydantic import BaseModel
from starlette.requests import Request

from ..exceptions import HTTPException
from .base import SecurityBase, authorization_of


class HTTPBasicCredentials(BaseModel):
    username: str
    password: str


class HTTPAuthorizationCredentials(BaseModel):
    scheme: str
    credentials: str


class HTTPBase(SecurityBase):
    def __init__(self, *, scheme, scheme_name=None, description=None, auto_error=True, **more):
        self.scheme_name = scheme_name or type(self).__name__
        self.auto_error = auto_error
        self.model = {"type": "http", **({"description": description} if description else {}), "scheme": scheme, **more}

    async def __call__(self, request: Request):
        scheme, credentials = authorization_of(request)
        if not (scheme and credentials):
            return self._refused("Not authenticated")
        return HTTPAuthorizationCredentials(scheme=scheme, credentials=credentials)

    def _refused(self, detail):
        if self.auto_error:
            raise HTTPException(status_code=403, detail=detail)
        return None


class HTTPBasic(HTTPBase):
    def __init__(self, *, scheme_name=None, realm=None, description=None, auto_error=True):
        super().__init__(scheme="basic", scheme_name=scheme_name, description=description, auto_error=auto_error)
        self.realm = realm

    async def __call__(self, request: Request):
        scheme, parameter = authorization_of(request)
        headers = {"WWW-Authenticate": f'Basic realm="{self.realm}"' if self.realm else "Basic"}
        if not parameter or scheme.lower() != "basic":
            if self.auto_error:
                raise HTTPException(status_code=401, detail="Not authenticated", headers=headers)
            return None
        wrong = HTTPException(status_code=401, detail="Invalid authentication credentials", headers=headers)
        try:
            data = b64decode(parameter).decode("ascii")
        except (ValueError, UnicodeDecodeError, binascii.Error):
            raise wrong
        username, separator, password = data.partition(":")
        if not separator:
            raise wrong
        return HTTPBasicCredentials(username=username, password=password)


class HTTPBearer(HTTPBase):
    def __init__(self, *, bearerFormat=None, scheme_name=None, description=None, auto_error=True):
        more = {"bearerFormat": bearerFormat} if bearerFormat else {}
        super().__init__(scheme="bearer", scheme_name=scheme_name, description=description, auto_error=auto_error, **more)

    async def __call__(self, request: Request):
        scheme, credentials = authorization_of(request)
        if not (scheme and credentials):
            return self._refused("Not authenticated")
        if scheme.lower() != "bearer":
            return self._refused("Invalid authentication credentials")
        return HTTPAuthorizationCredentials(scheme=scheme, credentials=credentials)


class HTTPDigest(HTTPBase):
    def __init__(self, *, scheme_name=None, description=None, auto_error=True):
        super().__init__(scheme="digest", scheme_name=scheme_name, description=description, auto_error=auto_error)

    async def __call__(self, request: Request):
        scheme, credentials = authorization_of(request)
        if not (scheme and credentials):
            return self._refused("Not authenticated")
        if scheme.lower() != "digest":
            return self._refused("Invalid authentication credentials")
        return HTTPAuthorizationCredentials(scheme=scheme, credentials=credentials)
