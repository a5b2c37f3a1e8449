# SPDX-License-Identifier: MIT
"""OAuth2: a token in the Authorization header, and the form that asks for one."""

from typing import Annotated, Union

from starlette.requests import Request

from ..exceptions import HTTPException
from ..param_functions import Form
from .base import SecurityBase, authorization_of


class OAuth2PasswordRequestForm:
    def __init__(self, *, grant_type: Annotated[Union[str, None], Form(pattern="^password$")] = None, username: Annotated[str, Form()],
                 password: Annotated[str, Form()], scope: Annotated[str, Form()] = "", client_id: Annotated[Union[str, None], Form()] = None,
                 client_secret: Annotated[Union[str, None], Form()] = None):
        self.grant_type = grant_type
        self.username = username
        self.password = password
        self.scopes = scope.split()
        self.client_id = client_id
        self.client_secret = client_secret


class OAuth2PasswordRequestFormStrict(OAuth2PasswordRequestForm):
    def __init__(self, grant_type: Annotated[str, Form(pattern="^password$")], username: Annotated[str, Form()],
                 password: Annotated[str, Form()], scope: Annotated[str, Form()] = "", client_id: Annotated[Union[str, None], Form()] = None,
                 client_secret: Annotated[Union[str, None], Form()] = None):
        super().__init__(grant_type=grant_type, username=username, password=password, scope=scope, client_id=client_id, client_secret=client_secret)


class OAuth2(SecurityBase):
    def __init__(self, *, flows=None, scheme_name=None, description=None, auto_error=True):
        self.scheme_name = scheme_name or type(self).__name__
        self.auto_error = auto_error
        self.model = {"type": "oauth2", **({"description": description} if description else {}), "flows": flows or {}}

    async def __call__(self, request: Request):
        value = request.headers.get("Authorization")
        if not value and self.auto_error:
            raise HTTPException(status_code=403, detail="Not authenticated")
        return value or None


class _BearerToken(OAuth2):
    async def __call__(self, request: Request):
        scheme, token = authorization_of(request)
        if scheme.lower() != "bearer":
            if self.auto_error:
                raise HTTPException(status_code=401, detail="Not authenticated", headers={"WWW-Authenticate": "Bearer"})
            return None
        return token


class OAuth2PasswordBearer(_BearerToken):
    def __init__(self, tokenUrl, scheme_name=None, scopes=None, description=None, auto_error=True):
        flows = {"password": {"scopes": scopes or {}, "tokenUrl": tokenUrl}}
        super().__init__(flows=flows, scheme_name=scheme_name, description=description, auto_error=auto_error)


class OAuth2AuthorizationCodeBearer(_BearerToken):
    def __init__(self, authorizationUrl, tokenUrl, refreshUrl=None, scheme_name=None, scopes=None, description=None, auto_error=True):
        flow = {"scopes": scopes or {}, "authorizationUrl": authorizationUrl, "tokenUrl": tokenUrl}
        if refreshUrl:
            flow["refreshUrl"] = refreshUrl
        super().__init__(flows={"authorizationCode": flow}, scheme_name=scheme_name, description=description, auto_error=auto_error)
