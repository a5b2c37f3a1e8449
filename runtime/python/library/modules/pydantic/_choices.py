# SPDX-License-Identifier: MIT
"""Types that offer a choice: Optional, Union (smart, left to right, tagged), Literal, Enum."""

from enum import Enum

from ._core import EXACT, LAX, MISSING, Invalid, Line, Plan, invalid, lists_of, under
from ._scalars import _int_of_text


def nullable_plan(inner):
    validate_inner = inner.validate

    def validate(value, run):
        return None if value is None else validate_inner(value, run)

    serialize = None
    if inner.serialize:
        serialize_inner = inner.serialize

        def serialize(value, dump, include, exclude):
            return None if value is None else serialize_inner(value, dump, include, exclude)

    return Plan(validate, f"nullable[{inner.name}]", inner.kind, serialize, inner.exact)


def union_plan(choices, left_to_right=False):
    """Smart mode: the choice into which a value fits best, and of models the one with most fields set; else the first."""
    exact = {}
    for choice in choices:
        for cls in choice.exact:
            exact.setdefault(cls, choice)

    def validate(value, run):
        if not left_to_right and type(value) in exact:
            return value
        outer_fit, outer_set = run.fit, run.fields_set
        best, best_rank = None, None
        lines = []
        for choice in choices:
            run.fit, run.fields_set = EXACT, 0
            try:
                result = choice.validate(value, run)
            except Invalid as error:
                lines += under(error, choice.name)
                continue
            if left_to_right:
                run.fit = min(outer_fit, run.fit)
                return result
            rank = (run.fields_set, run.fit)
            if best_rank is None or _better(rank, best_rank):
                best, best_rank = (result,), rank
            if run.fit == EXACT and not run.fields_set:
                break
        run.fit, run.fields_set = outer_fit, outer_set
        if best is None:
            raise Invalid(lines)
        run.fit = min(outer_fit, best_rank[1])
        run.fields_set += best_rank[0]
        return best[0]

    return Plan(validate, f"union[{','.join(choice.name for choice in choices)}]", "union", _choice_serializer(choices))


def _better(new, old):
    """By the number of fields that were given, where both have such; else by how well the value fitted."""
    if new[0] and old[0] and new[0] != old[0]:
        return new[0] > old[0]
    return new[1] > old[1]


def _choice_serializer(choices):
    classes = [(choice.kind, choice.serialize) for choice in choices if isinstance(choice.kind, type)]
    others = {choice.kind: choice.serialize for choice in reversed(choices) if choice.serialize and not isinstance(choice.kind, type)}
    if not classes and not others:
        return None

    def serialize(value, dump, include, exclude):
        for cls, function in classes:
            if type(value) is cls:
                return function(value, dump, include, exclude)
        for cls, function in classes:
            if isinstance(value, cls):
                return function(value, dump, include, exclude)
        kinds = ("typed-dict", "dict") if type(value) is dict else (type(value).__name__,)
        for kind in kinds:
            if kind in others:
                return others[kind](value, dump, include, exclude)
        return dump.infer(value, dump, include, exclude)

    return serialize


def tagged_union_plan(choices, discriminator, tag_of, name):
    """`choices` maps tags to plans; `tag_of(value)` finds a value's tag, MISSING if it has none."""
    expected = ", ".join(repr(tag) if isinstance(tag, str) else str(tag) for tag in choices)

    def validate(value, run):
        tag = tag_of(value)
        if tag is MISSING:
            raise invalid("union_tag_not_found", value, discriminator=discriminator)
        choice = choices.get(tag.value if isinstance(tag, Enum) and tag not in choices else tag)
        if choice is None:
            shown = tag.value if isinstance(tag, Enum) else tag
            raise Invalid(
                [Line("union_tag_invalid", value, {"discriminator": discriminator, "tag": str(shown), "expected_tags": expected})]
            )
        try:
            return choice.validate(value, run)
        except Invalid as error:
            raise Invalid(under(error, tag.value if isinstance(tag, Enum) else tag)) from None

    return Plan(validate, f"tagged-union[{name}]", "union", _choice_serializer(list(choices.values())))


def literal_plan(values):
    expected = lists_of([repr(value) for value in values])
    name = f"literal[{','.join(repr(value) for value in values)}]"
    by_type = {(type(value), value): value for value in values}
    numbers = {value: value for value in values if isinstance(value, int) and not isinstance(value, Enum)}
    enums = {value.value: value for value in values if isinstance(value, Enum)}

    def validate(value, run):
        try:
            found = by_type.get((type(value), value), MISSING)
        except TypeError:
            found = MISSING
        if found is MISSING and isinstance(value, (int, float)):
            found = numbers.get(value, MISSING)
        if found is MISSING and enums and not run.strict:
            try:
                found = enums.get(value, MISSING)
            except TypeError:
                pass
        if found is MISSING:
            raise invalid("literal_error", value, expected=expected)
        return found

    return Plan(validate, name, "literal")


def enum_plan(cls):
    expected = lists_of([repr(member.value) for member in cls])
    members = {}
    for member in cls:
        try:
            members[member.value] = member
        except TypeError:
            pass

    def validate(value, run):
        if isinstance(value, cls):
            return value
        if run.strict and run.mode == "python":
            raise invalid("is_instance_of", value, **{"class": cls.__name__})
        run.fit = LAX
        try:
            member = members.get(value.decode() if isinstance(value, bytes) and issubclass(cls, str) else value)
        except TypeError:
            member = None
        if member is None and isinstance(value, str) and not issubclass(cls, str):
            member = _by_number(cls, members, value)
        if member is None:
            missing = cls._missing_(value) if "_missing_" in {name for base in cls.__mro__[:-2] for name in vars(base)} else None
            if not isinstance(missing, cls):
                raise invalid("enum", value, expected=expected)
            member = missing
        return member

    return Plan(validate, f"{'str-' if issubclass(cls, str) else 'int-' if issubclass(cls, int) else ''}enum[{cls.__name__}]", "enum", exact=(cls,))


def _by_number(cls, members, text):
    """An IntEnum takes "3" and "3.0" for 3."""
    if issubclass(cls, int):
        return members.get(_int_of_text(text))
    if issubclass(cls, float):
        try:
            return members.get(float(text))
        except ValueError:
            pass
    return None
