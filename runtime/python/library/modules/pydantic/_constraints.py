# SPDX-License-Identifier: MIT
"""What a value must satisfy beyond its type: bounds, lengths, patterns. Checked in the order in which pydantic does."""

from ._core import Plan, invalid

_SIZED = {
    "list": "List",
    "set": "Set",
    "frozenset": "Frozenset",
    "tuple": "Tuple",
    "dict": "Dictionary",
    "deque": "Deque",
    "iterable": "List",
}
_BOUNDS = ("multiple_of", "le", "lt", "ge", "gt")
_NAMES = {"int": "constrained-int", "float": "constrained-float", "str": "constrained-str", "bytes": "constrained-bytes"}


def constrained(plan, limits):
    """`limits` maps the names that `Field` takes (gt, min_length, pattern...) to what they demand."""
    inner = plan.validate
    if plan.kind == "float":
        limits = {name: float(value) if name in _BOUNDS and type(value) is int else value for name, value in limits.items()}
    if limits.get("strict") is not None:
        inner = _with_strictness(inner, limits["strict"])
    if plan.kind in ("list", "tuple") and limits.get("max_length") is not None:
        inner = _counted_first(inner, _SIZED[plan.kind], limits["max_length"])
    strips = plan.kind == "str" and bool(limits.get("strip_whitespace"))
    case = (str.lower if limits.get("to_lower") else str.upper if limits.get("to_upper") else None) if plan.kind == "str" else None
    checks = _checks(plan.kind, limits)
    if not checks and not strips and case is None:
        return Plan(inner, plan.name, plan.kind, plan.serialize, plan.exact if not limits.get("strict") else ())
    if not strips and case is None and len(checks) == 1:
        check = checks[0]

        def validate(value, run):
            result = inner(value, run)
            check(result, value)
            return result

    else:

        def validate(value, run):
            result = inner(value, run)
            if strips:
                result = result.strip()
            for check in checks:
                check(result, value)
            return result if case is None else case(result)

    return Plan(validate, _NAMES.get(plan.kind, plan.name), plan.kind, plan.serialize)


def _counted_first(inner, what, bound):
    """An input that is a list already is counted before its items are looked at."""

    def validate(value, run):
        if isinstance(value, (list, tuple)) and len(value) > bound:
            raise invalid("too_long", value, field_type=what, max_length=bound, actual_length=len(value))
        return inner(value, run)

    return validate


def _with_strictness(inner, strict):
    def validate(value, run):
        outer = run.strict
        run.strict = strict
        try:
            return inner(value, run)
        finally:
            run.strict = outer

    return validate


def _checks(kind, limits):
    checks = []
    if limits.get("allow_inf_nan") is False:
        checks.append(_finite)
    if kind == "decimal" and (limits.get("max_digits") is not None or limits.get("decimal_places") is not None):
        from ._decimals import digits_check

        checks.append(digits_check(limits.get("max_digits"), limits.get("decimal_places")))
    for name, make in (("multiple_of", _multiple), ("le", _at_most), ("lt", _below), ("ge", _at_least), ("gt", _above)):
        if limits.get(name) is not None:
            checks.append(make(limits[name]))
    low, high = limits.get("min_length"), limits.get("max_length")
    if kind in ("str", "bytes"):
        word = "string" if kind == "str" else "bytes"
        if high is not None:
            checks.append(_text_length(f"{word}_too_long", "max_length", high, lambda size: size > high))
        if low is not None:
            checks.append(_text_length(f"{word}_too_short", "min_length", low, lambda size: size < low))
    else:
        what = _SIZED.get(kind, "Value")
        if high is not None:
            checks.append(_item_count("too_long", what, "max_length", high, lambda size: size > high))
        if low is not None:
            checks.append(_item_count("too_short", what, "min_length", low, lambda size: size < low))
    if limits.get("pattern") is not None:
        checks.append(_pattern(limits["pattern"]))
    return checks


def _finite(result, value):
    if result != result or result in (float("inf"), float("-inf")):
        raise invalid("finite_number", value)


def _multiple(step):
    def check(result, value):
        rest = result % step
        if rest and not (isinstance(result, float) and min(abs(rest), abs(rest - step)) < abs(result) / 1e9):
            raise invalid("multiple_of", value, multiple_of=step)

    return check


def _at_most(bound):
    def check(result, value):
        if not result <= bound:
            raise invalid("less_than_equal", value, le=bound)

    return check


def _below(bound):
    def check(result, value):
        if not result < bound:
            raise invalid("less_than", value, lt=bound)

    return check


def _at_least(bound):
    def check(result, value):
        if not result >= bound:
            raise invalid("greater_than_equal", value, ge=bound)

    return check


def _above(bound):
    def check(result, value):
        if not result > bound:
            raise invalid("greater_than", value, gt=bound)

    return check


def _text_length(kind, name, bound, wrong):
    def check(result, value):
        if wrong(len(result)):
            raise invalid(kind, value, **{name: bound})

    return check


def _item_count(kind, what, name, bound, wrong):
    def check(result, value):
        size = len(result)
        if wrong(size):
            raise invalid(kind, value, field_type=what, **{name: bound}, actual_length=size)

    return check


def _pattern(pattern):
    import re

    text = pattern if isinstance(pattern, str) else pattern.pattern
    search = re.compile(pattern).search

    def check(result, value):
        if not search(result):
            raise invalid("string_pattern_mismatch", value, pattern=text)

    return check
