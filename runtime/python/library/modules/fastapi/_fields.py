# SPDX-License-Identifier: MIT
"""One parameter, body or response: its place, its names and the plan that validates it."""

import collections
import typing

from pydantic import BaseModel
from pydantic._annotations import Scope
from pydantic._compile import compile_annotated
from pydantic._core import MISSING, Invalid, Run, under
from pydantic._dump import Dump
from pydantic._validation_error import ValidationError
from pydantic.fields import FieldInfo, fresh

from .datastructures import UploadFile

_SEQUENCES = (list, set, frozenset, tuple, collections.deque, collections.abc.Sequence)


def without_annotated(hint):
    while typing.get_origin(hint) is typing.Annotated:
        hint = hint.__origin__
    return hint


def members(hint):
    """The choices of a union without None, else the type itself."""
    hint = without_annotated(hint)
    if type(hint).__name__ in ("UnionType", "Union") or typing.get_origin(hint) is typing.Union:
        return [each for each in typing.get_args(hint) if each is not type(None)]
    return [hint]


def is_sequence(hint):
    """Whether a parameter may come several times."""
    for each in members(hint):
        origin = typing.get_origin(without_annotated(each)) or without_annotated(each)
        if isinstance(origin, type) and issubclass(origin, _SEQUENCES) and not issubclass(origin, (str, bytes)):
            return True
    return False


def item_types(hint):
    return [arg for each in members(hint) for arg in typing.get_args(without_annotated(each))]


def is_model(hint):
    return isinstance(hint, type) and issubclass(hint, BaseModel)


def is_scalar(hint):
    for each in members(hint):
        each = without_annotated(each)
        origin = typing.get_origin(each) or each
        if isinstance(origin, type) and (
            issubclass(origin, (BaseModel, collections.abc.Mapping, UploadFile))
            or hasattr(origin, "__dataclass_fields__")
            or issubclass(origin, _SEQUENCES)
            and not issubclass(origin, (str, bytes))
        ):
            return False
    return True


def is_upload(hint):
    return any(
        isinstance(each, type) and issubclass(each, UploadFile) or is_sequence(each) and any(is_upload(arg) for arg in typing.get_args(each))
        for each in members(hint)
    )


class ModelField:
    __slots__ = ("name", "alias", "field_info", "required", "default", "hint", "plan", "sequence", "model", "form", "convert", "place")

    def __init__(self, name, hint, info, scope):
        self.name = name
        self.field_info = info
        self.alias = info.alias or name
        self.hint = hint
        self.default = info.default
        self.required = info.is_required()
        metadata = list(info.metadata)
        if info.discriminator is not None:
            metadata.append(FieldInfo(discriminator=info.discriminator))
        self.plan = compile_annotated(hint, metadata, info.limits, scope, name)
        self.sequence = is_sequence(hint)
        bare = without_annotated(hint)
        self.model = bare if is_model(bare) else None
        self.form = type(info).__name__ in ("Form", "File")
        self.convert = getattr(info, "convert_underscores", True)
        self.place = getattr(info, "in_", None)

    @property
    def type_(self):
        return self.hint

    def get_default(self):
        info = self.field_info
        return info.default_factory() if info.default_factory is not None else fresh(self.default)

    def validate(self, value, loc):
        """(value, None) or (None, errors)."""
        try:
            return self.plan.validate(value, Run("python", False, True)), None
        except Invalid as error:
            lines = ValidationError.of("", under(error, *loc))
            return None, lines.errors(include_url=False)


class ResponseField:
    """What a route answers with."""

    __slots__ = ("name", "hint", "plan", "field_info")

    def __init__(self, name, hint, scope):
        self.name = name
        self.hint = hint
        self.field_info = FieldInfo()
        self.plan = compile_annotated(hint, (), {}, scope)

    def encode(self, content, options):
        from .exceptions import ResponseValidationError

        try:
            value = self.plan.validate(content, Run("python", False, True))
        except Invalid as error:
            errors = ValidationError.of("", under(error, "response")).errors(include_url=False)
            raise ResponseValidationError(errors, body=content) from None
        include, exclude, dump_options = options
        return Dump("json", **dump_options).with_plan(self.plan, value, include, exclude)


def scope_of(function):
    return Scope(getattr(function, "__globals__", {}))


def missing_error(loc):
    return {"type": "missing", "loc": loc, "msg": "Field required", "input": None}


Undefined = MISSING
