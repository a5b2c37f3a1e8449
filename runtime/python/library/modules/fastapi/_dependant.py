# SPDX-License-Identifier: MIT
"""The plan of a function that FastAPI calls: which parameters it takes from where, and which functions come before it.

Made once for each route; `_solve` follows it for each request."""

import functools
import inspect
import typing

from pydantic._annotations import Scope
from pydantic._core import MISSING
from pydantic.fields import FieldInfo
from starlette._functions import is_async_callable
from starlette.background import BackgroundTasks as StarletteBackgroundTasks
from starlette.requests import HTTPConnection, Request
from starlette.responses import Response
from starlette.websockets import WebSocket

from . import params
from ._fields import ModelField, is_model, is_scalar, is_upload
from ._security_scopes import SecurityScopes

_SPECIAL = (Request, WebSocket, HTTPConnection, Response, StarletteBackgroundTasks, SecurityScopes)


class Dependant:
    __slots__ = (
        "call name use_cache path cache_key dependencies path_params query_params header_params cookie_params body_params "
        "request_names websocket_names response_name background_name scopes_name security_scopes security_scheme kind"
    ).split()

    def __init__(self, call, path, name=None, use_cache=True, security_scopes=()):
        self.call = call
        self.name = name
        self.path = path
        self.use_cache = use_cache
        self.security_scopes = list(security_scopes)
        self.cache_key = (call, tuple(sorted(set(security_scopes))))
        self.dependencies = []
        self.path_params, self.query_params, self.header_params, self.cookie_params, self.body_params = [], [], [], [], []
        self.request_names = []
        self.websocket_names = []
        self.response_name = self.background_name = self.scopes_name = self.security_scheme = None
        self.kind = kind_of(call)

    @property
    def fields(self):
        return self.path_params + self.query_params + self.header_params + self.cookie_params

    @property
    def request_param_name(self):
        return self.request_names[0] if self.request_names else None


def kind_of(call):
    """How it is called: "generator", "async generator", "coroutine" or "function"."""
    for each in (call, getattr(call, "__call__", None)):
        while isinstance(each, functools.partial):
            each = each.func
        if inspect.isgeneratorfunction(each):
            return "generator"
        if inspect.isasyncgenfunction(each):
            return "async generator"
        if isinstance(call, type):
            return "function"
    return "coroutine" if is_async_callable(call) else "function"


def signature_of(call):
    """Parameters with evaluated annotations."""
    signature = inspect.signature(call)
    inner = call
    while isinstance(inner, functools.partial):
        inner = inner.func
    globals_ = getattr(inner, "__globals__", None) or getattr(getattr(inner, "__call__", None), "__globals__", None)
    if globals_ is None:
        globals_ = getattr(getattr(inner, "__init__", None), "__globals__", {})
    scope = Scope(globals_)
    for parameter in signature.parameters.values():
        hint = parameter.annotation
        if isinstance(hint, str):
            try:
                hint = scope.evaluate(hint)
            except NameError:
                pass
        yield parameter.name, hint, parameter.default, parameter.kind, scope


def get_dependant(*, path, call, name=None, security_scopes=(), use_cache=True):
    dependant = Dependant(call, path, name, use_cache, security_scopes)
    path_names = path_param_names(path)
    for name, hint, default, kind, scope in signature_of(call):
        _add_parameter(dependant, name, hint, default, name in path_names, scope)
    return dependant


def path_param_names(path):
    import re

    return {part.split(":")[0] for part in re.findall("{(.*?)}", path)}


def sub_dependant(depends, path, name=None, security_scopes=()):
    assert callable(depends.dependency), "A parameter-less dependency must have a callable dependency"
    scopes = list(security_scopes)
    scheme = None
    if isinstance(depends, params.Security):
        scopes += [scope for scope in depends.scopes if scope not in scopes]
    if hasattr(depends.dependency, "scheme_name"):
        scheme = depends.dependency
    sub = get_dependant(path=path, call=depends.dependency, name=name, security_scopes=scopes, use_cache=depends.use_cache)
    sub.security_scheme = scheme
    return sub


def _add_parameter(dependant, name, hint, default, is_path, scope):
    info, depends, bare, whole = _analysed(name, hint, default, is_path)
    if depends is not None:
        dependant.dependencies.append(sub_dependant(depends, dependant.path, name, dependant.security_scopes))
        return
    if info is None:
        _add_special(dependant, name, bare)
        return
    if is_path:
        assert isinstance(info, params.Path), f"Cannot use `{type(info).__name__}` for path param {name!r}"
    elif isinstance(info, params.Param) and info.in_ is None:
        info.in_ = "query"
    if not info.alias and getattr(info, "convert_underscores", None):
        info.alias = name.replace("_", "-")
    else:
        info.alias = info.alias or name
    field = ModelField(name, whole, info, scope)
    if is_path:
        assert is_scalar(whole), "Path params must be of one of the supported types"
    elif isinstance(info, params.Query):
        assert is_scalar(whole) or field.sequence or is_model(bare), f"Query parameter {name!r} must be one of the supported types"
    getattr(dependant, f"{'body' if isinstance(info, params.Body) else info.in_}_params").append(field)


def _add_special(dependant, name, cls):
    if issubclass(cls, Request):
        dependant.request_names.append(name)
    elif issubclass(cls, WebSocket):
        dependant.websocket_names.append(name)
    elif issubclass(cls, HTTPConnection):
        dependant.request_names.append(name)
    elif issubclass(cls, Response):
        dependant.response_name = name
    elif issubclass(cls, StarletteBackgroundTasks):
        dependant.background_name = name
    else:
        dependant.scopes_name = name


def _analysed(name, hint, default, is_path):
    """(field info, Depends, type without Annotated, type with what else Annotated says)."""
    empty = inspect.Parameter.empty
    bare = whole = typing.Any if hint is empty else hint
    info = depends = None
    others = []
    if typing.get_origin(whole) is typing.Annotated:
        bare = whole.__origin__
        own = [item for item in whole.__metadata__ if isinstance(item, (params.Param, params.Body, params.Depends))]
        others = [item for item in whole.__metadata__ if not isinstance(item, (params.Param, params.Body, params.Depends))]
        whole = typing.Annotated[(bare, *others)] if others else bare
        if own and isinstance(own[-1], FieldInfo):
            info = own[-1].copy()
            assert info.default is MISSING, (
                f"`{type(info).__name__}` default value cannot be set in `Annotated` for {name!r}. Set the default value with `=` instead."
            )
            if default is not empty:
                assert not is_path, "Path parameters cannot have default values"
                info.default = MISSING if default is ... else default
        elif own:
            depends = own[-1]
    if isinstance(default, params.Depends):
        assert depends is None, f"Cannot specify `Depends` in `Annotated` and default value together for {name!r}"
        assert info is None, f"Cannot specify a FastAPI annotation in `Annotated` and `Depends` as a default value together for {name!r}"
        depends = default
    elif isinstance(default, FieldInfo):
        assert info is None, f"Cannot specify FastAPI annotations in `Annotated` and default value together for {name!r}"
        info = default.copy()
    if depends is not None and depends.dependency is None:
        depends = type(depends)(bare, use_cache=depends.use_cache, **({"scopes": depends.scopes} if isinstance(depends, params.Security) else {}))
    if isinstance(bare, type) and issubclass(bare, _SPECIAL):
        assert depends is None, f"Cannot specify `Depends` for type {bare!r}"
        assert info is None, f"Cannot specify FastAPI annotation for type {bare!r}"
    elif info is None and depends is None:
        value = MISSING if default is empty else default
        if is_path:
            info = params.Path()
        elif is_upload(bare):
            info = params.File(default=value)
        elif not is_scalar(bare):
            info = params.Body(default=value)
        else:
            info = params.Query(default=value)
    if info is not None:
        info.annotation = bare
    return info, depends, bare, whole


def flat_dependants(dependant):
    """All functions of a route, each before those that it needs; a function that is needed twice counts once."""
    seen = set()

    def walk(each):
        yield each
        for sub in each.dependencies:
            if sub.cache_key not in seen:
                seen.add(sub.cache_key)
                yield from walk(sub)

    return list(walk(dependant))
