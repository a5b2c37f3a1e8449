# SPDX-License-Identifier: MIT
"""Dataclasses that validate what they are made of."""

import dataclasses

from ._annotations import scope_of_class
from ._core import MISSING, Invalid, Run
from ._functions import Decorated
from ._structures import structure_plan
from ._validation_error import ValidationError
from .fields import FieldInfo


def dataclass(_cls=None, *, init=False, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False, config=None,
              validate_on_init=None, kw_only=False, slots=False):
    def decorate(cls):
        decorated = {name: value for name, value in vars(cls).items() if isinstance(value, Decorated)}
        for name, value in decorated.items():
            setattr(cls, name, value.function)
        annotations = cls.__dict__.get("__annotations__", {})
        fields = {name: value for name in annotations if isinstance(value := cls.__dict__.get(name, MISSING), FieldInfo)}
        for name, field in fields.items():
            setattr(cls, name, _plain_field(field))
        inherited = [each for base in cls.__mro__[1:] for each in getattr(base, "__pydantic_decorators__", ())]
        cls = dataclasses.dataclass(cls, init=True, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen, kw_only=kw_only, slots=slots)
        for name, field in fields.items():
            item = cls.__dataclass_fields__[name]
            if field.metadata or field.limits or field.alias:
                from typing import Annotated

                item.type = Annotated[item.type, field]
        cls.__pydantic_config__ = config or getattr(cls, "__pydantic_config__", {})
        cls.__pydantic_decorators__ = [*dict.fromkeys(inherited), *decorated.values()]
        cls.__pydantic_dataclass__ = True
        _with_validation(cls)
        return cls

    return decorate if _cls is None else decorate(_cls)


def _plain_field(field):
    if field.default_factory is not None:
        return dataclasses.field(default_factory=field.default_factory, repr=field.repr)
    if field.default is MISSING:
        return dataclasses.field(repr=field.repr)
    return dataclasses.field(default=field.default, repr=field.repr)


def _with_validation(cls):
    plain_init = cls.__init__
    names = [field.name for field in cls.__dataclass_fields__.values() if field.init and not field.kw_only]
    plans = []

    def plan():
        if not plans:
            plans.append(structure_plan(cls, scope_of_class(cls, cls.__pydantic_config__)))
        return plans[0]

    def __init__(self, /, *args, **kwargs):
        compiled = plan()
        if type(self) is not cls and hasattr(type(self), "__dataclass_fields__") and type(self).__init__ is not __init__:
            return plain_init(self, *args, **kwargs)
        data = dict(zip(names, args)) | kwargs
        if len(args) > len(names):
            plain_init(self, *args, **kwargs)
        _make(cls, compiled, self, data, plain_init)

    __init__.__qualname__ = f"{cls.__qualname__}.__init__"
    cls.__init__ = __init__

    def from_values(values):
        instance = cls.__new__(cls)
        plain_init(instance, **values)
        return instance

    cls.__pydantic_from_values__ = staticmethod(from_values)


def _make(cls, plan, instance, data, plain_init):
    try:
        for each in cls.__pydantic_decorators__:
            if each.kind == "model" and each.mode == "before":
                data = each.function.__get__(None, cls)(data)
        values = cls.__pydantic_validate_fields__(data, Run())
        plain_init(instance, **values)
        for each in cls.__pydantic_decorators__:
            if each.kind == "model" and each.mode == "after":
                each.function.__get__(instance, cls)()
    except Invalid as error:
        raise ValidationError.of(cls.__name__, error.lines) from None
    except ValidationError:
        raise
    except (ValueError, AssertionError) as error:
        from ._validation_error import lines_of

        raise ValidationError.of(cls.__name__, lines_of(error, data)) from None


def is_pydantic_dataclass(cls):
    return "__pydantic_dataclass__" in vars(cls)


def rebuild_dataclass(cls, **options):
    return None
