# SPDX-License-Identifier: MIT
"""Fields: what is known of each attribute of a model, and `Field()`, `PrivateAttr()`, `computed_field` that say it."""

from ._core import MISSING as PydanticUndefined
from .errors import PydanticUserError

LIMITS = (
    "strict gt ge lt le multiple_of min_length max_length pattern allow_inf_nan max_digits decimal_places "
    "coerce_numbers_to_str fail_fast union_mode"
).split()
_ATTRIBUTES = (
    "annotation default default_factory alias alias_priority validation_alias serialization_alias title field_title_generator "
    "description examples exclude discriminator deprecated json_schema_extra frozen validate_default repr init init_var kw_only"
).split()


class FieldInfo:
    __slots__ = tuple(_ATTRIBUTES) + ("metadata", "limits", "_given")

    def __init__(self, **given):
        self.metadata = []
        self.limits = {}
        for name in _ATTRIBUTES:
            setattr(self, name, None)
        self.default = PydanticUndefined
        self.repr = True
        self._given = {}
        self._take(given)

    def _take(self, given):
        for name, value in given.items():
            if name in LIMITS:
                if value is not None:
                    self.limits[name] = value
            elif name == "metadata":
                self.metadata = list(value)
            else:
                setattr(self, name, value)
            self._given[name] = value
        if self.default is ...:
            self.default = PydanticUndefined
        if given.get("default", PydanticUndefined) not in (PydanticUndefined, ...) and given.get("default_factory"):
            raise TypeError("cannot specify both default and default_factory")
        if self.alias is not None:
            if self.validation_alias is None:
                self.validation_alias = self.alias
            if self.serialization_alias is None:
                self.serialization_alias = self.alias

    def is_required(self):
        return self.default is PydanticUndefined and self.default_factory is None

    def get_default(self, *, call_default_factory=False, validated_data=None):
        if self.default_factory is None:
            return fresh(self.default)
        if not call_default_factory:
            return None
        return self.default_factory(validated_data) if self.takes_data() else self.default_factory()

    def takes_data(self):
        """Whether the default's factory wants the fields before it."""
        factory = self.default_factory
        if isinstance(factory, type):
            return False
        from ._functions import positional_count

        return positional_count(factory) == 1

    def copy(self):
        other = FieldInfo()
        for name in self.__slots__:
            setattr(other, name, getattr(self, name))
        other.metadata = list(self.metadata)
        other.limits = dict(self.limits)
        other._given = dict(self._given)
        return other

    def merged(self, other):
        """This field with what `other` says besides, which wins."""
        result = self.copy()
        result._take({name: value for name, value in other._given.items() if name != "metadata"})
        result.metadata += other.metadata
        return result

    def __repr_args__(self):
        from ._representation import display_type

        yield "annotation", _Shown(display_type(self.annotation))
        yield "required", self.is_required()
        for name in _ATTRIBUTES[1:]:
            value = getattr(self, name)
            if name == "default_factory" and value is not None:
                yield name, _Shown(getattr(value, "__name__", repr(value)))
            elif name == "alias_priority":
                if self.alias is not None:
                    yield name, 2
            elif name == "repr":
                if value is not True:
                    yield name, value
            elif value is not None and value is not PydanticUndefined:
                yield name, value
        if metadata := self.shown_metadata():
            yield "metadata", metadata

    def shown_metadata(self):
        from annotated_types import of_limits

        return of_limits(self.limits) + list(self.metadata)

    def __repr__(self):
        return f"FieldInfo({', '.join(f'{name}={value!r}' for name, value in self.__repr_args__())})"

    def __str__(self):
        return " ".join(f"{name}={value!r}" for name, value in self.__repr_args__())

    def rebuild_annotation(self):
        if not self.metadata:
            return self.annotation
        from typing import Annotated

        return Annotated[(self.annotation, *self.metadata)]


class _Shown(str):
    def __repr__(self):
        return str(self)


def fresh(value):
    """A default of one's own: mutable ones are copied for each instance."""
    if type(value) in (int, str, float, bool, bytes, type(None)) or isinstance(value, type) or value == ():
        return value
    if type(value) in (list, dict, set) and not value:
        return value.copy()
    import copy

    return copy.deepcopy(value)


def Field(default=PydanticUndefined, **given):
    for name in given:
        if name not in LIMITS and name not in _ATTRIBUTES:
            if name in _OLD_NAMES:
                _refuse_old(name)
            given = _with_extra(given)
            break
    if default is not PydanticUndefined:
        given["default"] = default
    return FieldInfo(**given)


_OLD_NAMES = {"const": None, "min_items": "min_length", "max_items": "max_length", "regex": "pattern", "unique_items": None}


def _refuse_old(name):
    new = _OLD_NAMES[name]
    if name in ("min_items", "max_items"):
        import warnings

        warnings.warn(f"`{name}` is deprecated and will be removed, use `{new}` instead", DeprecationWarning, stacklevel=3)
        return
    text = f"`{name}` is removed. use `{new}` instead" if new else f"`{name}` is removed, use `Literal` instead" if name == "const" else f"`{name}` is removed, use `Set` instead(this feature is discussed in https://github.com/pydantic/pydantic-core/issues/296)"
    raise PydanticUserError(text, code="removed-kwargs")


def _with_extra(given):
    """Names that Field does not know become part of the schema, as in pydantic 1."""
    known = {name: value for name, value in given.items() if name in LIMITS or name in _ATTRIBUTES}
    for old, new in (("min_items", "min_length"), ("max_items", "max_length")):
        if old in given:
            known[new] = given[old]
    extra = {name: value for name, value in given.items() if name not in known and name not in _OLD_NAMES}
    if extra:
        import warnings

        from .warnings import PydanticDeprecatedSince20

        warnings.warn(
            "Using extra keyword arguments on `Field` is deprecated and will be removed. Use `json_schema_extra` instead. "
            f"(Extra keys: {', '.join(repr(name) for name in extra)})",
            PydanticDeprecatedSince20,
            stacklevel=3,
        )
        known.setdefault("json_schema_extra", extra)
    return known


class ModelPrivateAttr:
    __slots__ = ("default", "default_factory")

    def __init__(self, default=PydanticUndefined, *, default_factory=None):
        self.default = PydanticUndefined if default is ... else default
        self.default_factory = default_factory

    def get_default(self):
        return fresh(self.default) if self.default_factory is None else self.default_factory()

    def __set_name__(self, owner, name):
        set_name = getattr(type(self.default), "__set_name__", None)
        if set_name:
            set_name(self.default, owner, name)


def PrivateAttr(default=PydanticUndefined, *, default_factory=None, init=False):
    if default is not PydanticUndefined and default_factory is not None:
        raise TypeError("cannot specify both default and default_factory")
    return ModelPrivateAttr(default, default_factory=default_factory)


class ComputedFieldInfo:
    def __init__(self, wrapped_property, return_type, alias, repr, title=None, description=None, examples=None, json_schema_extra=None):
        self.wrapped_property = wrapped_property
        self.return_type = return_type
        self.alias = alias
        self.repr = repr
        self.title = title
        self.description = description
        self.examples = examples
        self.json_schema_extra = json_schema_extra


class ComputedField:
    """What `@computed_field` leaves in the class body until the model is made."""

    def __init__(self, wrapped, info):
        self.wrapped = wrapped
        self.info = info

    def __get__(self, instance, owner=None):
        return self.wrapped.__get__(instance, owner)

    def __set_name__(self, owner, name):
        if hasattr(type(self.wrapped), "__set_name__"):
            self.wrapped.__set_name__(owner, name)


def computed_field(func=None, /, *, alias=None, alias_priority=None, title=None, field_title_generator=None, description=None,
                   deprecated=None, examples=None, json_schema_extra=None, repr=None, return_type=PydanticUndefined):
    def decorate(function):
        wrapped = function if hasattr(type(function), "__get__") and not hasattr(function, "__code__") else property(function)
        getter = getattr(wrapped, "fget", None) or getattr(wrapped, "func", None)
        hint = return_type
        if hint is PydanticUndefined:
            hint = getattr(getter, "__annotations__", {}).get("return", PydanticUndefined)
        text = description or getattr(getter, "__doc__", None)
        return ComputedField(wrapped, ComputedFieldInfo(wrapped, hint, alias, True if repr is None else repr, title, text, examples, json_schema_extra))

    return decorate if func is None else decorate(func)
