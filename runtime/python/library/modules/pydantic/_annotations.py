# SPDX-License-Identifier: MIT
"""Annotations as written: text to types, type variables to what they stand for."""

import sys
import types
import typing

_ForwardRef = typing.ForwardRef


class Scope:
    """Where the names in a class's or a function's annotations are looked up, and what its types need to know."""

    __slots__ = ("globals", "locals", "config", "variables", "owner")

    def __init__(self, globals=None, locals=None, config=None, variables=None, owner=None):
        self.globals = globals if globals is not None else {}
        self.locals = locals
        self.config = config or {}
        self.variables = variables or {}
        self.owner = owner

    def evaluate(self, hint):
        """The type that a text names; NameError if there is none yet."""
        if isinstance(hint, _ForwardRef):
            hint = hint.__forward_arg__
        while isinstance(hint, str):
            hint = eval(hint, self.globals, self.locals)
        return hint


def scope_of_class(cls, config=None, locals=None):
    module = sys.modules.get(cls.__module__)
    names = dict(locals or {})
    names[cls.__name__] = cls
    return Scope(vars(module) if module else {}, names, config, owner=cls)


def is_text(hint):
    return isinstance(hint, (str, _ForwardRef))


def substitute(hint, variables):
    """`hint` with type variables replaced, wherever they stand."""
    if isinstance(hint, typing.TypeVar):
        return variables.get(hint, hint)
    args = getattr(hint, "__args__", None)
    generic = getattr(hint, "__pydantic_generic_metadata__", None)
    if generic and isinstance(hint, type):
        args = generic["args"] or generic["parameters"]
        new = tuple(substitute(arg, variables) for arg in args)
        return (generic["origin"] or hint)[new] if new and new != args else hint
    if not args or isinstance(hint, type) and not isinstance(hint, types.GenericAlias):
        return hint
    if typing.get_origin(hint) is typing.Annotated:
        return typing.Annotated[(substitute(hint.__origin__, variables), *hint.__metadata__)]
    if typing.get_origin(hint) is typing.Literal:
        return hint
    new = tuple(substitute(arg, variables) for arg in args)
    if new == args:
        return hint
    if isinstance(hint, types.UnionType):
        return typing.Union[new]
    if isinstance(hint, types.GenericAlias):
        return types.GenericAlias(hint.__origin__, new)
    return hint.copy_with(new) if hasattr(hint, "copy_with") else hint.__origin__[new]


def class_vars(hint):
    """Whether an annotation says ClassVar; text is only looked at."""
    if isinstance(hint, str):
        return hint.replace("typing.", "").replace("t.", "").startswith("ClassVar")
    return hint is typing.ClassVar or typing.get_origin(hint) is typing.ClassVar
