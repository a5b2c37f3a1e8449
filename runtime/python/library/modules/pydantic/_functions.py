# SPDX-License-Identifier: MIT
"""Functions of the program that take part: validators and serialisers, in Annotated or as decorated methods.

How many arguments a function takes is found out once, when the model is made."""

from ._core import Invalid, Plan
from ._validation_error import lines_of


class ValidationInfo:
    __slots__ = ("config", "mode", "data", "field_name", "context")

    def __init__(self, run, field_name, config):
        self.config = config
        self.mode = run.mode
        self.data = run.data if run.data is not None else {}
        self.field_name = field_name
        self.context = run.context

    def __repr__(self):
        return (
            f"ValidationInfo(config={self.config!r}, context={self.context!r}, data={self.data!r}, field_name={self.field_name!r})"
        )


FieldValidationInfo = ValidationInfo


def positional_count(function):
    """How many positional parameters without default a callable has; of built-in ones 1 is assumed."""
    import inspect

    try:
        parameters = inspect.signature(function).parameters.values()
    except (ValueError, TypeError):
        return 1
    positional = [each for each in parameters if each.kind in (each.POSITIONAL_ONLY, each.POSITIONAL_OR_KEYWORD)]
    required = sum(each.default is each.empty for each in positional)
    return required or min(len(positional), 1)


class _FunctionMetadata:
    """BeforeValidator and its kin, as they stand in Annotated."""

    mode = None

    def __init__(self, func, **options):
        self.func = func

    def __repr__(self):
        return f"{type(self).__name__}(func={self.func!r})"

    def __eq__(self, other):
        return type(self) is type(other) and self.func == other.func

    def __hash__(self):
        return hash((type(self), self.func))


class BeforeValidator(_FunctionMetadata):
    mode = "before"


class AfterValidator(_FunctionMetadata):
    mode = "after"


class PlainValidator(_FunctionMetadata):
    mode = "plain"


class WrapValidator(_FunctionMetadata):
    mode = "wrap"


class _SerializerMetadata:
    def __init__(self, func, return_type=None, when_used="always"):
        self.func = func
        self.return_type = return_type
        self.when_used = when_used


class PlainSerializer(_SerializerMetadata):
    wrap = False


class WrapSerializer(_SerializerMetadata):
    wrap = True


def _caller(function, before_info, field_name, config):
    """`function` as (value.., run) -> value, with an info only if it takes one."""
    wants_info = positional_count(function) > before_info

    if wants_info:
        if before_info == 1:
            return lambda value, run: function(value, ValidationInfo(run, field_name, config))
        return lambda value, handler, run: function(value, handler, ValidationInfo(run, field_name, config))
    if before_info == 1:
        return lambda value, run: function(value)
    return lambda value, handler, run: function(value, handler)


def with_function(plan, mode, function, field_name=None, config=None):
    """`plan` with a validator around it."""
    inner = plan.validate
    name = getattr(function, "__name__", repr(function))
    if mode == "after":
        call = _caller(function, 1, field_name, config)

        def validate(value, run):
            result = inner(value, run)
            try:
                return call(result, run)
            except (ValueError, AssertionError) as error:
                raise Invalid(lines_of(error, value)) from None

        # Locations name the function's last part only.
        return Plan(validate, f"function-after[{name}(), {plan.name}]", plan.kind, plan.serialize)
    if mode == "before":
        call = _caller(function, 1, field_name, config)

        def validate(value, run):
            try:
                changed = call(value, run)
            except (ValueError, AssertionError) as error:
                raise Invalid(lines_of(error, value)) from None
            return inner(changed, run)

        return Plan(validate, f"function-before[{name}(), {plan.name}]", plan.kind, plan.serialize)
    if mode == "plain":
        call = _caller(function, 1, field_name, config)

        def validate(value, run):
            try:
                return call(value, run)
            except (ValueError, AssertionError) as error:
                raise Invalid(lines_of(error, value)) from None

        return Plan(validate, f"function-plain[{name}()]", "function")
    call = _caller(function, 2, field_name, config)

    def validate(value, run):
        def handler(value, outer_location=None):
            try:
                return inner(value, run)
            except Invalid as error:
                raise _Handled(error.lines) from None

        try:
            return call(value, handler, run)
        except (ValueError, AssertionError) as error:
            raise Invalid(lines_of(error, value)) from None

    return Plan(validate, f"function-wrap[{name}()]", plan.kind, plan.serialize)


def _Handled(lines):
    """What the inner validator of a wrap validator raises: a ValidationError that the program may catch."""
    from ._validation_error import ValidationError

    return ValidationError.of("ValidationError", lines)


class Decorated:
    """What a decorator leaves in the class body until the model is made."""

    __slots__ = ("function", "kind", "mode", "fields", "options")

    def __init__(self, function, kind, mode, fields=(), **options):
        self.function = function
        self.kind = kind  # "field", "model", "field_serializer", "model_serializer"
        self.mode = mode
        self.fields = fields
        self.options = options

    def __get__(self, instance, owner=None):
        return self.function.__get__(instance, owner)

    def __set_name__(self, owner, name):
        pass

    def __call__(self, *args, **kwargs):
        return self.function(*args, **kwargs)


def field_validator(field, /, *fields, mode="after", check_fields=None, json_schema_input_type=None):
    if callable(field) and not isinstance(field, str):
        from .errors import PydanticUserError

        raise PydanticUserError(
            "`@field_validator` should be used with fields and keyword arguments, not bare. "
            "E.g. usage should be `@validator('<field_name>', ...)`",
            code="validator-no-fields",
        )

    def decorate(function):
        if not isinstance(function, (classmethod, staticmethod)):
            function = _as_classmethod(function)
        return Decorated(function, "field", mode, (field, *fields), check_fields=check_fields)

    return decorate


def _as_classmethod(function):
    """A validator whose first parameter is `self` or nothing special stays a plain function; with `cls` it is a class method."""
    code = getattr(function, "__code__", None)
    if code is not None and code.co_argcount and code.co_varnames[0] == "cls":
        return classmethod(function)
    return staticmethod(function)


def model_validator(*, mode):
    def decorate(function):
        if mode in ("before", "wrap") and not isinstance(function, (classmethod, staticmethod)):
            function = _as_classmethod(function)
        return Decorated(function, "model", mode)

    return decorate


def field_serializer(*fields, mode="plain", return_type=None, when_used="always", check_fields=None):
    def decorate(function):
        return Decorated(function, "field_serializer", mode, fields, when_used=when_used, check_fields=check_fields, return_type=return_type)

    return decorate


def model_serializer(function=None, /, *, mode="plain", when_used="always", return_type=None):
    def decorate(function):
        return Decorated(function, "model_serializer", mode, when_used=when_used, return_type=return_type)

    return decorate if function is None else decorate(function)
