# SPDX-License-Identifier: MIT
"""Dataclasses, typed dictionaries and named tuples as types of fields."""

from collections.abc import Mapping

from ._annotations import scope_of_class, substitute
from ._compile import compile_field, compile_type
from ._core import MISSING, Invalid, Plan, invalid, under
from .fields import FieldInfo, fresh

_WITHOUT_FIELDS = (str, int, float, bytes, list, tuple, set, type(None), type)
_plans = {}  # of dataclasses and typed dictionaries without type arguments: they may contain themselves


def structure_plan(cls, scope):
    if cls in _plans and not scope.variables:
        return _plans[cls]
    config = getattr(cls, "__pydantic_config__", scope.config)
    inner = scope_of_class(cls, config)
    if not inner.globals:
        inner.globals = scope.globals
    inner.locals = {**(scope.locals or {}), **inner.locals}
    inner.variables = scope.variables
    if hasattr(cls, "__dataclass_fields__"):
        make = _dataclass
    elif hasattr(cls, "__total__"):
        make = _typed_dict
    else:
        return _named_tuple(cls, inner)
    later = Plan(None, "typed-dict", "typed-dict") if hasattr(cls, "__total__") else Plan(None, cls.__name__, cls)
    _plans[cls] = later
    try:
        validate, serialize = make(cls, inner)
    except BaseException:
        del _plans[cls]
        raise
    later.validate, later.serialize = validate, serialize
    if scope.variables:
        del _plans[cls]
    return later


def _field_of(hint, default=MISSING):
    """What an annotation and a default say, as a FieldInfo with its plan to come."""
    import typing

    metadata = []
    if typing.get_origin(hint) is typing.Annotated:
        metadata, hint = list(hint.__metadata__), hint.__origin__
    field = FieldInfo()
    for item in metadata:
        if isinstance(item, FieldInfo):
            field = field.merged(item)
        else:
            field.metadata.append(item)
    if isinstance(default, FieldInfo):
        field = field.merged(default)
    elif default is not MISSING:
        field.default = default
    field.annotation = hint
    return field


def _dataclass(cls, scope):
    import dataclasses

    decorators = getattr(cls, "__pydantic_decorators__", ())
    steps = []
    for item in dataclasses.fields(cls):
        if not item.init:
            continue
        default = MISSING if item.default is dataclasses.MISSING else item.default
        field = _field_of(scope.evaluate(item.type), default)
        if item.default_factory is not dataclasses.MISSING:
            field.default_factory = item.default_factory
        plan = compile_field(field, scope, item.name)
        for decorated in decorators:
            if decorated.kind == "field" and (item.name in decorated.fields or "*" in decorated.fields):
                from ._functions import with_function

                plan = with_function(plan, decorated.mode, decorated.function.__get__(None, cls), item.name, scope.config)
        alias = field.validation_alias if isinstance(field.validation_alias, str) else item.name
        steps.append((item.name, alias, plan, field))
    extra = scope.config.get("extra", "ignore")

    def validate_fields(data, run):
        values, lines, used = {}, [], set()
        outer, run.data = run.data, values
        for name, alias, plan, field in steps:
            value = data.get(alias, MISSING)
            if value is MISSING and alias != name and scope.config.get("populate_by_name"):
                value = data.get(name, MISSING)
            if value is MISSING:
                if field.is_required():
                    lines += under(invalid("missing", data), alias)
                else:
                    values[name] = field.get_default(call_default_factory=True, validated_data=values)
                continue
            used.add(alias)
            try:
                values[name] = plan.validate(value, run)
            except Invalid as error:
                lines += under(error, alias)
        if extra == "forbid":
            for name in data:
                if name not in used and name not in {step[0] for step in steps}:
                    error = invalid("unexpected_keyword_argument", data[name])
                    lines += under(error, name)
        run.data = outer
        if lines:
            raise Invalid(lines)
        run.fields_set += len(used)
        return values

    def validate(value, run):
        if isinstance(value, cls):
            return value
        if not isinstance(value, dict) or run.strict and run.mode == "python":
            if not run.from_attributes or isinstance(value, _WITHOUT_FIELDS):
                raise invalid("dataclass_type", value, class_name=cls.__name__)
            value = {step[0]: getattr(value, step[0]) for step in steps if hasattr(value, step[0])}
        values = validate_fields(value, run)
        if hasattr(cls, "__pydantic_validate_fields__"):
            return cls.__pydantic_from_values__(values)
        return cls(**values)

    cls_validate = validate
    if decorators:
        from ._functions import with_function

        plan = Plan(validate, cls.__name__, cls)
        for decorated in decorators:
            if decorated.kind == "model":
                function = decorated.function.__get__(None, cls) if decorated.mode != "after" else decorated.function
                plan = with_function(plan, decorated.mode, function, None, scope.config)
        cls_validate = plan.validate
    if hasattr(cls, "__pydantic_dataclass__"):
        cls.__pydantic_validate_fields__ = staticmethod(validate_fields)

    def serialize(value, dump, include, exclude):
        if not isinstance(value, cls):
            return dump.infer(value, dump, include, exclude)
        return dump.named(
            ((step[0], step[0], getattr(value, step[0]), step[2]) for step in steps if hasattr(value, step[0])), include, exclude
        )

    return cls_validate, serialize


def _typed_dict(cls, scope):
    import typing

    steps = []
    for name, hint in cls.__annotations__.items():
        hint = scope.evaluate(hint)
        required = name in cls.__required_keys__
        origin = typing.get_origin(hint)
        if origin in (typing.Required, typing.NotRequired):
            required = origin is typing.Required
            hint = typing.get_args(hint)[0]
        field = _field_of(substitute(hint, scope.variables))
        steps.append((name, compile_field(field, scope, name), required))
    names = {step[0] for step in steps}
    extra = scope.config.get("extra", "ignore")

    def validate(value, run):
        if not isinstance(value, Mapping):
            raise invalid("dict_type", value)
        result, lines = {}, []
        for name, plan, required in steps:
            if name not in value:
                if required:
                    lines += under(invalid("missing", value), name)
                continue
            try:
                result[name] = plan.validate(value[name], run)
            except Invalid as error:
                lines += under(error, name)
        if extra != "ignore":
            for name in value:
                if name not in names:
                    if extra == "allow":
                        result[name] = value[name]
                    else:
                        lines += under(invalid("extra_forbidden", value[name]), name)
        if lines:
            raise Invalid(lines)
        run.fields_set += len(result)
        return result

    def serialize(value, dump, include, exclude):
        plans = {name: plan for name, plan, _ in steps}
        return dump.named(((name, name, each, plans.get(name)) for name, each in value.items()), include, exclude)

    return validate, serialize


def _named_tuple(cls, scope):
    steps = [
        (name, compile_type(scope.evaluate(cls.__annotations__.get(name, object)), scope), cls._field_defaults.get(name, MISSING))
        for name in cls._fields
    ]

    def validate(value, run):
        if isinstance(value, cls):
            return value
        if isinstance(value, (list, tuple)):
            given, by_name = list(value), {}
        elif isinstance(value, dict):
            given, by_name = [], value
        else:
            raise invalid("arguments_type", value)
        values, lines = [], []
        for index, (name, plan, default) in enumerate(steps):
            step = index if index < len(given) else name
            each = given[index] if index < len(given) else by_name.get(name, MISSING)
            if each is MISSING:
                if default is MISSING:
                    lines += under(invalid("missing_argument", value), name)
                else:
                    values.append(fresh(default))
                continue
            try:
                values.append(plan.validate(each, run))
            except Invalid as error:
                lines += under(error, step)
        for index in range(len(steps), len(given)):
            lines += under(invalid("unexpected_positional_argument", given[index]), index)
        for name in by_name:
            if name not in cls._fields:
                lines += under(invalid("unexpected_keyword_argument", by_name[name]), name)
        if lines:
            raise Invalid(lines)
        return cls(*values)

    return Plan(validate, f"call[{cls.__name__}]", "tuple")
