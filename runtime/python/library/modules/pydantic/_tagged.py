# SPDX-License-Identifier: MIT
"""Unions whose choice a tag names: `Field(discriminator=...)`, `Discriminator` and `Tag`."""

import typing
from enum import Enum

from . import _choices
from ._core import MISSING


class Tag:
    def __init__(self, tag):
        self.tag = tag


class Discriminator:
    def __init__(self, discriminator, custom_error_type=None, custom_error_message=None, custom_error_context=None):
        self.discriminator = discriminator

    @property
    def pydantic_discriminator(self):
        return self


def tagged_plan(hint, discriminator, scope):
    from ._compile import compile_type

    if isinstance(discriminator, Discriminator):
        discriminator = discriminator.discriminator
    if isinstance(hint, (str, typing.ForwardRef)):
        hint = scope.evaluate(hint)
    args = typing.get_args(hint) or (hint,)
    optional = type(None) in args
    choices = {}
    for arg in args:
        if arg is type(None):
            continue
        for tag in _tags(arg, discriminator):
            choices[tag] = compile_type(arg, scope)
    if callable(discriminator):
        shown = f"{discriminator.__name__}()"

        def tag_of(value):
            tag = discriminator(value)
            return MISSING if tag is None else tag

    else:
        shown = repr(discriminator)
        aliases = {_alias(arg, discriminator) for arg in args if arg is not type(None)}

        def tag_of(value):
            if isinstance(value, dict):
                for name in aliases:
                    if name in value:
                        return value[name]
                return value.get(discriminator, MISSING)
            return getattr(value, discriminator, MISSING)

    name = ",".join(plan.name for plan in choices.values())
    plan = _choices.tagged_union_plan(choices, shown, tag_of, name)
    return _choices.nullable_plan(plan) if optional else plan


def _alias(cls, name):
    field = getattr(cls, "model_fields", {}).get(name)
    return field.alias if field is not None and isinstance(field.alias, str) else name


def _tags(arg, discriminator):
    """The tags under which a choice is found."""
    if typing.get_origin(arg) is typing.Annotated:
        tags = [item.tag for item in arg.__metadata__ if isinstance(item, Tag)]
        if tags:
            return tags
        arg = arg.__origin__
    if typing.get_origin(arg) is typing.Union:
        return [tag for each in typing.get_args(arg) for tag in _tags(each, discriminator)]
    if not isinstance(discriminator, str):
        return []
    annotation = arg.model_fields[discriminator].annotation if hasattr(arg, "model_fields") else arg.__annotations__[discriminator]
    if typing.get_origin(annotation) is typing.Literal:
        return [tag.value if isinstance(tag, Enum) else tag for tag in typing.get_args(annotation)]
    raise TypeError(f"Model {arg.__name__!r} needs field {discriminator!r} to be of type `Literal`")
