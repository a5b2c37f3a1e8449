# SPDX-License-Identifier: MIT
"""How types look in a field's repr and in names of generic models."""

import types
import typing


def display_type(hint):
    if isinstance(hint, types.FunctionType):
        return hint.__name__
    if hint is ...:
        return "..."
    if isinstance(hint, list):
        return f"[{', '.join(map(display_type, hint))}]"
    origin = typing.get_origin(hint)
    if origin is typing.Union or origin is types.UnionType:
        return f"Union[{', '.join(map(display_type, typing.get_args(hint)))}]"
    if origin is typing.Literal:
        return f"Literal[{', '.join(map(repr, typing.get_args(hint)))}]"
    if origin is typing.Annotated:
        return repr(hint).replace("typing.", "")
    if origin is not None and not isinstance(hint, type):
        name = getattr(hint, "_name", None) or getattr(origin, "__qualname__", repr(origin))
        return f"{name}[{', '.join(map(display_type, typing.get_args(hint)))}]"
    if isinstance(hint, types.GenericAlias):
        return f"{hint.__origin__.__qualname__}[{', '.join(map(display_type, hint.__args__))}]"
    if isinstance(hint, type):
        return hint.__qualname__
    return repr(hint).replace("typing.", "").replace("~", "")
