# SPDX-License-Identifier: MIT
"""Where a parameter of an endpoint comes from."""

from pydantic._core import MISSING as Undefined
from pydantic.fields import _ATTRIBUTES, LIMITS, FieldInfo

_KNOWN = frozenset(_ATTRIBUTES) | frozenset(LIMITS)


class _RequestField(FieldInfo):
    """A field with FastAPI's own words about it."""

    def __init__(self, default=Undefined, *, annotation=None, example=Undefined, openapi_examples=None, include_in_schema=True,
                 regex=None, **given):
        self.example = example
        self.openapi_examples = openapi_examples
        self.include_in_schema = include_in_schema
        if regex is not None:
            given["pattern"] = regex
        extra = {name: given.pop(name) for name in list(given) if name not in _KNOWN}
        if extra and given.get("json_schema_extra") is None:
            given["json_schema_extra"] = extra
        given = {name: value for name, value in given.items() if value is not None}
        super().__init__(default=default, **given)
        self.annotation = annotation

    def copy(self):
        other = FieldInfo.copy(self)
        result = type(self).__new__(type(self))
        for name in FieldInfo.__slots__:
            setattr(result, name, getattr(other, name))
        result.__dict__.update(self.__dict__)
        return result

    def __repr__(self):
        return f"{type(self).__name__}({self.default})"


class Param(_RequestField):
    in_ = None


class Path(Param):
    in_ = "path"

    def __init__(self, default=..., **given):
        assert default is ..., "Path parameters cannot have a default value"
        super().__init__(default=default, **given)


class Query(Param):
    in_ = "query"


class Header(Param):
    in_ = "header"

    def __init__(self, default=Undefined, *, convert_underscores=True, **given):
        self.convert_underscores = convert_underscores
        super().__init__(default, **given)


class Cookie(Param):
    in_ = "cookie"


class Body(_RequestField):
    in_ = "body"

    def __init__(self, default=Undefined, *, embed=None, media_type="application/json", **given):
        self.embed = embed
        self.media_type = media_type
        super().__init__(default, **given)


class Form(Body):
    def __init__(self, default=Undefined, *, media_type="application/x-www-form-urlencoded", **given):
        super().__init__(default, media_type=media_type, **given)


class File(Form):
    def __init__(self, default=Undefined, *, media_type="multipart/form-data", **given):
        super().__init__(default, media_type=media_type, **given)


class Depends:
    def __init__(self, dependency=None, *, use_cache=True):
        self.dependency = dependency
        self.use_cache = use_cache

    def __repr__(self):
        name = getattr(self.dependency, "__name__", type(self.dependency).__name__)
        return f"{type(self).__name__}({name}{'' if self.use_cache else ', use_cache=False'})"


class Security(Depends):
    def __init__(self, dependency=None, *, scopes=None, use_cache=True):
        super().__init__(dependency, use_cache=use_cache)
        self.scopes = scopes or []
