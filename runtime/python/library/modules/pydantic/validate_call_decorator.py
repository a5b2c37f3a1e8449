# SPDX-License-Identifier: MIT
"""validate_call: a function whose arguments are validated by its annotations."""

import functools
import inspect

from ._annotations import Scope
from ._compile import compile_field, compile_type
from ._core import Invalid, Run, invalid, under
from ._structures import _field_of
from ._validation_error import ValidationError


def validate_call(func=None, /, *, config=None, validate_return=False):
    return (lambda function: _checked(function, config, validate_return)) if func is None else _checked(func, config, validate_return)


def _checked(function, config, validate_return):
    signature = inspect.signature(function)
    scope = Scope(getattr(function, "__globals__", {}), None, config)
    plans = {}
    for name, parameter in signature.parameters.items():
        hint = object if parameter.annotation is parameter.empty else scope.evaluate(parameter.annotation)
        plans[name] = compile_field(_field_of(hint), scope, name)
    returned = signature.return_annotation
    return_plan = compile_type(scope.evaluate(returned), scope) if validate_return and returned is not signature.empty else None

    def arguments(args, kwargs):
        lines, positional, named = [], [], {}
        run = Run()
        left = dict(kwargs)
        index = 0
        for name, parameter in signature.parameters.items():
            plan = plans[name]
            if parameter.kind == parameter.VAR_POSITIONAL:
                while index < len(args):
                    positional.append(_one(plan, args[index], run, lines, index))
                    index += 1
            elif parameter.kind == parameter.VAR_KEYWORD:
                for key in list(left):
                    named[key] = _one(plan, left.pop(key), run, lines, key)
            elif parameter.kind != parameter.KEYWORD_ONLY and index < len(args):
                if name in left:
                    lines += under(invalid("multiple_argument_values", left.pop(name)), name)
                positional.append(_one(plan, args[index], run, lines, index))
                index += 1
            elif name in left and parameter.kind != parameter.POSITIONAL_ONLY:
                named[name] = _one(plan, left.pop(name), run, lines, name)
            elif parameter.default is parameter.empty:
                kind = {
                    parameter.POSITIONAL_ONLY: "missing_positional_only_argument",
                    parameter.KEYWORD_ONLY: "missing_keyword_only_argument",
                }.get(parameter.kind, "missing_argument")
                lines += under(invalid(kind, _Arguments(args, kwargs)), len(positional) if parameter.kind == parameter.POSITIONAL_ONLY else name)
        for position in range(index, len(args)):
            lines += under(invalid("unexpected_positional_argument", args[position]), position)
        for key, value in left.items():
            lines += under(invalid("unexpected_keyword_argument", value), key)
        if lines:
            raise ValidationError.of(function.__name__, lines)
        return positional, named

    if inspect.iscoroutinefunction(function):

        @functools.wraps(function)
        async def call(*args, **kwargs):
            positional, named = arguments(args, kwargs)
            return _returned(return_plan, await function(*positional, **named), function)

    else:

        @functools.wraps(function)
        def call(*args, **kwargs):
            positional, named = arguments(args, kwargs)
            return _returned(return_plan, function(*positional, **named), function)

    call.raw_function = function
    return call


def _one(plan, value, run, lines, step):
    try:
        return plan.validate(value, run)
    except Invalid as error:
        lines += under(error, step)
        return None


def _returned(plan, value, function):
    if plan is None:
        return value
    try:
        return plan.validate(value, Run())
    except Invalid as error:
        raise ValidationError.of(function.__name__, error.lines) from None


class ArgsKwargs:
    def __init__(self, args, kwargs=None):
        self.args = args
        self.kwargs = kwargs

    def __repr__(self):
        return f"ArgsKwargs({self.args!r}{f', {self.kwargs!r}' if self.kwargs else ''})"


def _Arguments(args, kwargs):
    return ArgsKwargs(args, kwargs or None)
