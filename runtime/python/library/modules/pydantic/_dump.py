# SPDX-License-Identifier: MIT
"""Models to plain data: what model_dump and model_dump_json do.

A field's plan serialises it as its type says, so that a subclass's extra fields stay behind; what has no such plan goes by its
own class (`infer`)."""

from enum import Enum

_SCALARS = (str, int, float, bool, type(None))


class Dump:
    """The options of one dump."""

    __slots__ = ("json", "by_alias", "exclude_unset", "exclude_defaults", "exclude_none", "round_trip", "context", "as_any", "infer", "plain")

    def __init__(self, mode="python", by_alias=False, exclude_unset=False, exclude_defaults=False, exclude_none=False,
                 round_trip=False, context=None, as_any=False):
        self.json = mode == "json"
        self.by_alias = by_alias
        self.exclude_unset = exclude_unset
        self.exclude_defaults = exclude_defaults
        self.exclude_none = exclude_none
        self.round_trip = round_trip
        self.context = context
        self.as_any = as_any
        self.infer = infer
        self.plain = not (by_alias or exclude_unset or exclude_defaults or exclude_none or round_trip)

    @property
    def mode(self):
        return "json" if self.json else "python"

    def with_plan(self, plan, value, include=None, exclude=None):
        serialize = plan.serialize if plan is not None and not self.as_any else None
        return (serialize or infer)(value, self, include, exclude)

    def named(self, items, include, exclude):
        """`items`: (name, shown name, value, plan)."""
        result = {}
        for name, shown, value, plan in items:
            keep, inner_include, inner_exclude = narrowed(name, include, exclude)
            if keep and not (self.exclude_none and value is None):
                result[shown] = self.with_plan(plan, value, inner_include, inner_exclude)
        return result

    def mapping(self, value, serialize, include, exclude):
        result = {}
        for name, each in value.items():
            keep, inner_include, inner_exclude = narrowed(name, include, exclude)
            if keep and not (self.exclude_none and each is None):
                shown = json_key(name) if self.json else name
                result[shown] = serialize(each, self, inner_include, inner_exclude)
        return result

    def selected_items(self, items, serialize, include, exclude):
        result = []
        items = list(items)
        for index, each in enumerate(items):
            keep, inner_include, inner_exclude = narrowed(index, include, exclude, index - len(items))
            if keep:
                result.append(serialize(each, self, inner_include, inner_exclude))
        return result


def narrowed(name, include, exclude, other_name=None):
    """Whether a part stays, and what include and exclude say of its own parts."""
    inner_include = inner_exclude = None
    if include is not None:
        if isinstance(include, dict):
            wanted = include.get(name, include.get(other_name, include.get("__all__")))
            if wanted is None or wanted is False:
                return False, None, None
            inner_include = None if wanted is True or wanted is ... else wanted
        elif name not in include and "__all__" not in include:
            return False, None, None
    if exclude is not None:
        if isinstance(exclude, dict):
            unwanted = exclude.get(name, exclude.get(other_name, exclude.get("__all__")))
            if unwanted is True or unwanted is ...:
                return False, None, None
            inner_exclude = unwanted or None
        elif name in exclude or "__all__" in exclude or other_name is not None and other_name in exclude:
            return False, None, None
    return True, inner_include, inner_exclude


def json_key(key):
    if type(key) is str:
        return key
    if key is None:
        return "None"
    if key is True or key is False:
        return "true" if key else "false"
    if isinstance(key, Enum):
        return str(key.value)
    return str(infer(key, Dump("json"), None, None))


def infer(value, dump, include=None, exclude=None):
    cls = type(value)
    if cls in _SCALARS:
        return value
    if cls is list:
        if include is None and exclude is None:
            return [infer(each, dump) for each in value]
        return dump.selected_items(value, infer, include, exclude)
    if cls is dict:
        return dump.mapping(value, infer, include, exclude)
    serialize = getattr(cls, "__pydantic_serialize__", None)
    if serialize is not None:
        return serialize(value, dump, include, exclude)
    if isinstance(value, Enum):
        return infer(value.value, dump) if dump.json else value
    if isinstance(value, (list, tuple, set, frozenset)):
        items = dump.selected_items(value, infer, include, exclude)
        if dump.json or isinstance(value, list):
            return items
        return tuple(items) if isinstance(value, tuple) else cls(items)
    if isinstance(value, dict):
        return dump.mapping(value, infer, include, exclude)
    if hasattr(cls, "__dataclass_fields__"):
        fields = cls.__dataclass_fields__
        return dump.named(((name, name, getattr(value, name), None) for name in fields), include, exclude)
    if not dump.json:
        return value
    return _json_scalar(value, cls, dump)


def _json_scalar(value, cls, dump):
    """Of classes that JSON has no notion of; by name, so that nothing is imported for them."""
    if isinstance(value, _SCALARS):
        for base in (bool, int, float, str):
            if isinstance(value, base):
                return base(value)
    if isinstance(value, (bytes, bytearray)):
        try:
            return value.decode()
        except UnicodeDecodeError as error:
            from pydantic_core import PydanticSerializationError

            size = error.end - error.start
            raise PydanticSerializationError(f"invalid utf-8 sequence of {size} bytes from index {error.start}") from None
    module = cls.__module__
    names = {base.__name__ for base in cls.__mro__}
    if module == "datetime" or names & {"datetime", "date", "time", "timedelta"}:
        if "timedelta" in names:
            return _span(value)
        text = value.isoformat()
        return text[:-6] + "Z" if text.endswith("+00:00") else text
    if names & {"Decimal", "UUID", "PurePath", "Fraction", "_BaseAddress", "_BaseNetwork", "_BaseUrl", "complex"}:
        return str(value).strip("()") if "complex" in names else str(value)
    if "Pattern" in names:
        return value.pattern
    if "deque" in names or hasattr(cls, "__next__") or cls in (type({}.keys()), type({}.values())):
        return [infer(each, dump) for each in value]
    from pydantic_core import PydanticSerializationError

    raise PydanticSerializationError(f"Unable to serialize unknown type: {cls}")


def _span(span):
    """A timedelta in ISO 8601."""
    sign = "-" if span.days < 0 else ""
    span = abs(span)
    seconds = str(span.seconds % 60)
    if span.microseconds:
        seconds += f".{span.microseconds:06}".rstrip("0")
    hours, minutes = span.seconds // 3600, span.seconds // 60 % 60
    clock = (f"{hours}H" if hours else "") + (f"{minutes}M" if minutes else "") + (f"{seconds}S" if seconds != "0" else "")
    years, days = divmod(span.days, 365)
    days = (f"{years}Y" if years else "") + (f"{days}D" if days else "")
    if not days and not clock:
        return "PT0S"
    return f"{sign}P{days}{'T' + clock if clock else ''}"
