# SPDX-License-Identifier: MIT
"""Constraints for Annotated, as the package annotated-types names them; pydantic's fields show their limits with them."""


class BaseMetadata:
    __slots__ = ()
    _names = ()

    def __init__(self, *values, **named):
        for name, value in zip(self._names, values):
            setattr(self, name, value)
        for name, value in named.items():
            setattr(self, name, value)

    def limits(self):
        return {name: getattr(self, name) for name in self._names}

    def __eq__(self, other):
        return type(self) is type(other) and self.limits() == other.limits()

    def __hash__(self):
        return hash((type(self), *self.limits().values()))

    def __repr__(self):
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in self.limits().items())})"


def _single(class_name, attribute):
    return type(class_name, (BaseMetadata,), {"__slots__": (attribute,), "_names": (attribute,), "__module__": __name__})


Gt, Ge, Lt, Le = (_single(word.capitalize(), word) for word in ("gt", "ge", "lt", "le"))
MultipleOf = _single("MultipleOf", "multiple_of")
MinLen = _single("MinLen", "min_length")
MaxLen = _single("MaxLen", "max_length")
Unit = _single("Unit", "unit")


class Predicate(BaseMetadata):
    __slots__ = ("func",)
    _names = ("func",)


class GroupedMetadata:
    """Several constraints in one."""

    def limits(self):
        return {name: value for name, value in vars(self).items() if value is not None}


class Interval(GroupedMetadata):
    def __init__(self, *, gt=None, ge=None, lt=None, le=None):
        self.gt, self.ge, self.lt, self.le = gt, ge, lt, le


class Len(GroupedMetadata):
    def __init__(self, min_length=0, max_length=None):
        self.min_length, self.max_length = min_length or None, max_length


class _General:
    """Limits that annotated-types has no class for."""

    def __init__(self, given):
        self.__dict__.update(given)

    def __repr__(self):
        return f"_PydanticGeneralMetadata({', '.join(f'{name}={value!r}' for name, value in vars(self).items())})"


_CLASSES = {
    "gt": Gt, "ge": Ge, "lt": Lt, "le": Le, "multiple_of": MultipleOf, "min_length": MinLen, "max_length": MaxLen,
}


def of_limits(limits):
    """Objects for limits given by name."""
    known = [_CLASSES[name](value) for name, value in limits.items() if name in _CLASSES]
    general = {name: value for name, value in limits.items() if name not in _CLASSES}
    return known + ([_General(general)] if general else [])
