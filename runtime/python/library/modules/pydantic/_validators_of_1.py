# SPDX-License-Identifier: MIT
"""The decorators of pydantic 1, which pydantic 2 still takes, with a warning."""

import inspect
import warnings

from ._functions import Decorated
from .warnings import PydanticDeprecatedSince20


def _warn(old, new):
    warnings.warn(
        f"Pydantic V1 style `@{old}` validators are deprecated. You should migrate to Pydantic V2 style `@{new}` validators, "
        "see the migration guide for more details",
        PydanticDeprecatedSince20,
        stacklevel=4,
    )


def validator(field, /, *fields, pre=False, each_item=False, always=False, check_fields=None, allow_reuse=False):
    _warn("validator", "field_validator")

    def decorate(function):
        inner = function.__func__ if isinstance(function, (classmethod, staticmethod)) else function
        wants_values = "values" in inspect.signature(inner).parameters

        def check(cls, value, info):
            test = (lambda each: inner(cls, each, info.data)) if wants_values else (lambda each: inner(cls, each))
            if each_item and isinstance(value, (list, tuple, set)):
                return type(value)(map(test, value))
            return test(value)

        check.__name__ = inner.__name__
        return Decorated(classmethod(check), "field", "before" if pre else "after", (field, *fields), check_fields=check_fields, always=always)

    return decorate


def root_validator(*args, pre=False, skip_on_failure=False, allow_reuse=False):
    _warn("root_validator", "model_validator")

    def decorate(function):
        inner = function.__func__ if isinstance(function, classmethod) else function
        if pre:
            return Decorated(classmethod(inner), "model", "before")

        def check(self):
            self.__dict__.update(inner(type(self), dict(self.__dict__)))
            return self

        return Decorated(check, "model", "after")

    return decorate(args[0]) if args else decorate
