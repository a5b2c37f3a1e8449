# SPDX-License-Identifier: MIT
"""Validators of lists, tuples, sets, dictionaries and their kin."""

from collections import deque
from collections.abc import Mapping, Sequence

from ._core import LAX, Invalid, Line, OmitValue, Plan, invalid, under

_VIEWS = (type({}.keys()), type({}.values()), type({}.items()))
_LISTABLE = (list, tuple, set, frozenset, deque) + _VIEWS


def _is_generator(value):
    return hasattr(type(value), "__next__")


def _items(value, run, exact, kind, also=_LISTABLE):
    """What to go through, if a value may become such a container."""
    if isinstance(value, exact):
        return value
    if run.mode == "json" and isinstance(value, list):
        return value
    if not run.strict and (isinstance(value, also) or _is_generator(value)):
        run.fit = LAX
        return value
    raise invalid(kind, value)


def _each(items, validate, run):
    """The items validated; all of their errors together."""
    result, lines = [], None
    for index, item in enumerate(items):
        try:
            result.append(validate(item, run))
        except Invalid as error:
            lines = (lines or []) + under(error, index)
        except OmitValue:
            pass
    if lines:
        raise Invalid(lines)
    return result


def _each_serializer(item, make, json_make):
    if item.serialize is None:
        return None
    serialize = item.serialize

    def whole(value, dump, include, exclude):
        if include is None and exclude is None:
            items = [serialize(each, dump, None, None) for each in value]
        else:
            items = dump.selected_items(value, serialize, include, exclude)
        return json_make(items) if dump.json else make(items)

    return whole


def list_plan(item):
    validate_item = item.validate
    plain = item.kind == "any"

    def validate(value, run):
        items = value if type(value) is list else _items(value, run, list, "list_type")
        if plain:
            return list(items)
        try:
            return [validate_item(each, run) for each in items]
        except (Invalid, OmitValue):
            if _is_generator(items):
                raise
            return _each(items, validate_item, run)

    return Plan(validate, f"list[{item.name}]", "list", _each_serializer(item, list, list))


def set_plan(item, kind=set):
    validate_item = item.validate
    word = kind.__name__
    wrong = "set_type" if kind is set else "frozen_set_type"

    def validate(value, run):
        items = _items(value, run, kind, wrong)
        return kind(_each(items, validate_item, run))

    return Plan(validate, f"{word}[{item.name}]", word, _each_serializer(item, kind, list))


def deque_plan(item):
    validate_item = item.validate

    def validate(value, run):
        items = _items(value, run, deque, "list_type")
        return deque(_each(items, validate_item, run), getattr(value, "maxlen", None))

    return Plan(validate, f"deque[{item.name}]", "deque", _each_serializer(item, deque, list))


def tuple_plan(items, rest=None):
    """`items`: the plans of fixed places. `rest`: of any number of items after... `tuple[int, ...]` has only a rest."""
    if rest is not None:
        validate_rest = rest.validate

        def validate(value, run):
            return tuple(_each(_items(value, run, tuple, "tuple_type"), validate_rest, run))

        return Plan(validate, f"tuple[{rest.name}, ...]", "tuple", _each_serializer(rest, tuple, list))

    places = [item.validate for item in items]

    def validate(value, run):
        given = _items(value, run, tuple, "tuple_type")
        given = given if isinstance(given, (list, tuple)) else list(given)
        if len(given) > len(places):
            raise invalid("too_long", value, field_type="Tuple", max_length=len(places), actual_length=len(given))
        result, lines = [], []
        for index, validate_item in enumerate(places):
            if index >= len(given):
                lines += under(invalid("missing", value), index)
                continue
            try:
                result.append(validate_item(given[index], run))
            except Invalid as error:
                lines += under(error, index)
        if lines:
            raise Invalid(lines)
        return tuple(result)

    serialize = None
    if any(item.serialize for item in items):

        def serialize(value, dump, include, exclude):
            parts = [dump.with_plan(item, each) for item, each in zip(items, value)]
            return parts if dump.json else tuple(parts)

    return Plan(validate, f"tuple[{', '.join(item.name for item in items)}]", "tuple", serialize)


def dict_plan(key, value_plan, make=None):
    validate_key, validate_value = key.validate, value_plan.validate
    plain = key.kind == "any" and value_plan.kind == "any"

    def validate(value, run):
        if not isinstance(value, dict) and (run.strict or not isinstance(value, Mapping)):
            raise invalid("dict_type", value)
        if plain:
            return make(value) if make else dict(value)
        result, lines = {}, []
        for name, each in value.items():
            try:
                new_name = validate_key(name, run)
            except Invalid as error:
                lines += under(error, name if isinstance(name, (int, str)) else str(name), "[key]")
                new_name = None
            try:
                result[new_name] = validate_value(each, run)
            except Invalid as error:
                lines += under(error, name if isinstance(name, (int, str)) else str(name))
            except OmitValue:
                pass
        if lines:
            raise Invalid(lines)
        return make(result) if make else result

    serialize = None
    if value_plan.serialize or key.serialize:

        def serialize(value, dump, include, exclude):
            return dump.mapping(value, value_plan.serialize or dump.infer, include, exclude)

    return Plan(validate, f"dict[{key.name},{value_plan.name}]", "dict", serialize)


def sequence_plan(item):
    """collections.abc.Sequence: what comes stays of its class, if it can be made from a list."""
    validate_item = item.validate
    plain = item.kind == "any"

    def validate(value, run):
        if plain and isinstance(value, Sequence):
            return value
        if isinstance(value, (str, bytes, bytearray)):
            word = type(value).__name__
            text = f"'{word}' instances are not allowed as a Sequence value"
            raise Invalid([Line("sequence_str", value, {"type_name": word}, text)])
        if not isinstance(value, Sequence):
            raise invalid("is_instance_of", value, **{"class": "Sequence"})
        result = _each(value, validate_item, run)
        return tuple(result) if isinstance(value, tuple) else deque(result, value.maxlen) if isinstance(value, deque) else result

    name = f"json-or-python[json=list[{item.name}],python=chain[is-instance[Sequence],function-wrap[sequence_validator()]]]"
    return Plan(validate, name, "list", _each_serializer(item, list, list))


def iterable_plan(item):
    """collections.abc.Iterable and Generator: validated while they are read."""
    validate_item = item.validate

    def validate(value, run):
        try:
            items = iter(value)
        except TypeError:
            raise invalid("iterable_type", value) from None
        return (validate_item(each, run) for each in items)

    return Plan(validate, f"generator[{item.name}]", "iterable")
