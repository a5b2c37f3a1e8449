# SPDX-License-Identifier: MIT
"""Serialisers that the program wrote, around a field's or a model's own."""

from ._core import Plan
from ._functions import positional_count


class SerializationInfo:
    def __init__(self, dump, field_name=None, include=None, exclude=None):
        self.include = include
        self.exclude = exclude
        self.context = dump.context
        self.mode = dump.mode
        self.by_alias = dump.by_alias
        self.exclude_unset = dump.exclude_unset
        self.exclude_defaults = dump.exclude_defaults
        self.exclude_none = dump.exclude_none
        self.round_trip = dump.round_trip
        self.serialize_as_any = dump.as_any
        self.field_name = field_name

    def mode_is_json(self):
        return self.mode == "json"


FieldSerializationInfo = SerializationInfo


def skips(when_used, value, dump):
    if when_used == "always":
        return False
    return ("json" in when_used and not dump.json) or ("unless-none" in when_used and value is None)


def with_serializer(plan, function, wrap, when_used):
    """For Annotated: the function takes the value (and a handler) and perhaps an info."""
    inner = plan.serialize
    wants_info = positional_count(function) > (2 if wrap else 1)

    def serialize(value, dump, include, exclude):
        def handler(value, index=None):
            return (inner or dump.infer)(value, dump, include, exclude)

        if skips(when_used, value, dump):
            return handler(value)
        arguments = (value, handler) if wrap else (value,)
        if wants_info:
            arguments += (SerializationInfo(dump, None, include, exclude),)
        result = function(*arguments)
        return result if wrap else dump.infer(result, dump, None, None)

    return Plan(plan.validate, plan.name, plan.kind, serialize)


def field_serializer_of(decorated, plan, name):
    """A model's field serialiser as (model, value, dump, include, exclude) -> value."""
    function = decorated.function
    wrap = decorated.mode == "wrap"
    bound = isinstance(function, (staticmethod, classmethod))
    count = positional_count(function.__func__ if bound else function) - (not isinstance(function, staticmethod))
    wants_info = count > (2 if wrap else 1)
    when_used = decorated.options["when_used"]

    def serialize(model, value, dump, include, exclude):
        def handler(value, index=None):
            return dump.with_plan(plan, value, include, exclude)

        if skips(when_used, value, dump):
            return handler(value)
        arguments = (value, handler) if wrap else (value,)
        if wants_info:
            arguments += (SerializationInfo(dump, name, include, exclude),)
        result = function.__get__(model, type(model))(*arguments)
        return result if wrap else dump.infer(result, dump, None, None)

    return serialize


def with_model_serializer(plain, decorated):
    function = decorated.function
    wrap = decorated.mode == "wrap"
    wants_info = positional_count(function) > (2 if wrap else 1)
    when_used = decorated.options["when_used"]

    def serialize(model, dump, include, exclude):
        def handler(value, index=None):
            return plain(value, dump, include, exclude)

        if skips(when_used, model, dump):
            return handler(model)
        arguments = (model, handler) if wrap else (model,)
        if wants_info:
            arguments += (SerializationInfo(dump, None, include, exclude),)
        return dump.infer(function(*arguments), dump, None, None)

    return serialize
