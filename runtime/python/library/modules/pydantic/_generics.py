# SPDX-License-Identifier: MIT
"""Generic models: `Page[User]` is a subclass of `Page` whose fields have User for the type variable."""

from ._annotations import substitute

_made = {}


def parametrized(cls, arguments):
    arguments = arguments if isinstance(arguments, tuple) else (arguments,)
    parameters = getattr(cls, "__parameters__", ())
    if not parameters:
        raise TypeError(f"{cls} cannot be parametrized because it does not inherit from typing.Generic")
    if len(arguments) < len(parameters) and all(
        getattr(parameter, "has_default", lambda: False)() for parameter in parameters[len(arguments) :]
    ):
        arguments += tuple(parameter.__default__ for parameter in parameters[len(arguments) :])
    if len(arguments) != len(parameters):
        raise TypeError(f"Too {'many' if len(arguments) > len(parameters) else 'few'} arguments for {cls}; actual {len(arguments)}, expected {len(parameters)}")
    if arguments == parameters:
        return cls
    key = (cls, arguments)
    try:
        if key in _made:
            return _made[key]
    except TypeError:
        key = None
    variables = dict(zip(parameters, arguments))
    origin = cls.__pydantic_generic_metadata__["origin"] or cls
    known = {name: substitute(value, variables) for name, value in cls.__pydantic_variables__.items()}
    name = cls.model_parametrized_name(arguments)
    rest = tuple(dict.fromkeys(each for argument in arguments for each in _variables_of(argument)))
    namespace = {"__module__": cls.__module__, "__qualname__": name, "__doc__": cls.__doc__}
    made = type(cls)(name, (cls,), namespace, __pydantic_variables__={**known, **variables})
    made.__parameters__ = rest
    made.__pydantic_generic_metadata__ = {"origin": origin, "args": arguments, "parameters": rest}
    if key is not None:
        _made[key] = made
    return made


def _variables_of(argument):
    import typing

    if isinstance(argument, typing.TypeVar):
        return (argument,)
    return tuple(getattr(argument, "__parameters__", ()))
