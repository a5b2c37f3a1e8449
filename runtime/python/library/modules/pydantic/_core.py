# SPDX-License-Identifier: MIT
"""What every validator of this package is made of.

A type is compiled once into a `Plan`: a function that takes a value and returns it converted, or raises `Invalid` with one
`Line` for each thing that is wrong. Lines get their location from the inside out, while the exception passes by."""

EXACT, STRICT, LAX = 2, 1, 0  # how well a value fitted; unions take the choice that fits best


class _Missing:
    """What stands for "no value" where None is one."""

    __slots__ = ()

    def __repr__(self):
        return "PydanticUndefined"

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __reduce__(self):
        return "PydanticUndefined"


MISSING = PydanticUndefined = _Missing()


class Line:
    """One error, before it is put into words (see `_messages`)."""

    __slots__ = ("kind", "loc", "input", "context", "template")

    def __init__(self, kind, input, context=None, template=None, loc=()):
        self.kind = kind
        self.loc = loc
        self.input = input
        self.context = context
        self.template = template


class Invalid(Exception):
    def __init__(self, lines):
        self.lines = lines


class OmitValue(Exception):
    """A validator asks for an item to be left out (PydanticOmit)."""


class UseDefault(Exception):
    """A validator asks for the field's default (PydanticUseDefault)."""


def invalid(kind, value, **context):
    return Invalid([Line(kind, value, context or None)])


def under(error, *steps):
    """The same lines, seen from a container: `steps` lead to the value that is wrong."""
    for line in error.lines:
        line.loc = steps + line.loc
    return error.lines


class Run:
    """One validation, from the outside call to its result."""

    __slots__ = ("mode", "strict", "from_attributes", "context", "fit", "fields_set", "data", "self_instance")

    def __init__(self, mode="python", strict=False, from_attributes=None, context=None):
        self.mode = mode  # "python", "json" (the input was JSON text) or "strings"
        self.strict = strict
        self.from_attributes = from_attributes
        self.context = context
        self.fit = EXACT
        self.fields_set = 0
        self.data = None  # the fields of the model at hand that are valid so far, for ValidationInfo
        self.self_instance = None


class Plan:
    """A type, ready to validate and to serialise."""

    __slots__ = ("validate", "name", "kind", "serialize", "exact")

    def __init__(self, validate, name, kind=None, serialize=None, exact=()):
        self.validate = validate  # (value, run) -> value
        self.name = name  # as a union shows it in locations
        self.kind = kind  # which constraints it takes: "int", "str", "list"...
        self.serialize = serialize  # (value, dump, include, exclude) -> value; None: as the value's own class is
        self.exact = exact  # classes whose direct instances are valid as they are, for unions

    def with_validate(self, validate, name=None):
        return Plan(validate, name or self.name, self.kind, self.serialize)


def lists_of(words, last="or"):
    """'a', 'b' or 'c'."""
    words = list(words)
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {last} {words[-1]}"
