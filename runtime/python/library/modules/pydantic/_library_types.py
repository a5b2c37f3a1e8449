# SPDX-License-Identifier: MIT
"""Validators of types of the standard library that few models use: identifiers, paths, patterns, addresses.

By the name of the module that defines the class, so that nothing is imported that the program has not imported."""

from ._core import LAX, STRICT, Line, Invalid, Plan, invalid


def plan_of(cls, module):
    if module == "uuid" and cls.__name__ == "UUID":
        return Plan(_uuid(cls), "uuid", "uuid", exact=(cls,))
    if module.startswith("pathlib"):
        return Plan(_path(cls), f"lax-or-strict[lax=union[json-or-python[{_paths(cls)}],function-after[path_validator(), str]],strict=json-or-python[{_paths(cls)}]]", "path")
    if module == "re" and cls.__name__ == "Pattern":
        return Plan(_pattern(cls), "pattern", "pattern")
    if module == "ipaddress":
        return Plan(_address(cls), cls.__name__, "address")
    if module == "fractions":
        return Plan(_fraction(cls), "fraction", "fraction")
    if cls is complex:
        return Plan(_validate_complex, "complex", "complex", exact=(complex,))
    return None


def _uuid(cls):
    def validate(value, run):
        if isinstance(value, cls):
            return value
        if run.strict and run.mode == "python":
            raise invalid("is_instance_of", value, **{"class": "UUID"})
        run.fit = min(run.fit, STRICT) if run.mode == "json" else LAX
        if isinstance(value, str):
            try:
                return cls(value)
            except ValueError:
                raise invalid("uuid_parsing", value, error=_why_no_uuid(value)) from None
        if isinstance(value, (bytes, bytearray)):
            try:
                return cls(bytes=bytes(value)) if len(value) == 16 else cls(value.decode())
            except ValueError:
                raise invalid("uuid_parsing", value, error=f"invalid length: expected 16 bytes, found {len(value)}") from None
        raise invalid("uuid_type", value)

    return validate


def _why_no_uuid(text):
    start = 9 if text.startswith("urn:uuid:") else 0
    for at, letter in enumerate(text[start:], start):
        if letter not in "0123456789abcdefABCDEF-":
            return (
                "invalid character: expected an optional prefix of `urn:uuid:` followed by [0-9a-fA-F-], "
                f"found `{letter}` at {at + 1}"
            )
    groups = text[start:].split("-")
    if len(groups) == 1:
        return f"invalid length: expected length 32 for simple format, found {len(text)}"
    if len(groups) != 5:
        return f"invalid group count: expected 5, found {len(groups)}"
    for number, (group, size) in enumerate(zip(groups, (8, 4, 4, 4, 12))):
        if len(group) != size:
            return f"invalid group length in group {number}: expected {size}, found {len(group)}"
    return "invalid length"


def _paths(cls):
    return f"json=function-after[path_validator(), str],python=is-instance[{cls.__name__}]"


def _path(cls):
    def validate(value, run):
        if isinstance(value, cls):
            return value
        if isinstance(value, str) or hasattr(type(value), "__fspath__"):
            run.fit = LAX
            return cls(value)
        raise Invalid([Line("path_type", value, None, f"Input is not a valid path for {cls}")])

    return validate


def _pattern(cls):
    def validate(value, run):
        import re

        if isinstance(value, cls):
            return value
        if isinstance(value, (str, bytes)):
            try:
                return re.compile(value)
            except re.error:
                raise Invalid([Line("pattern_regex", value, None, "Input should be a valid regular expression")]) from None
        raise Invalid([Line("pattern_type", value, None, "Input should be a valid pattern")])

    return validate


def _address(cls):
    name = cls.__name__
    kind, version = ("network" if "Network" in name else "interface" if "Interface" in name else "address"), name[3]

    def validate(value, run):
        try:
            return value if isinstance(value, cls) else cls(value)
        except (ValueError, TypeError):
            text = f"Input is not a valid IPv{version} {kind}"
            raise Invalid([Line(f"ip_v{version}_{kind}", value, None, text)]) from None

    return validate


def _fraction(cls):
    def validate(value, run):
        try:
            return value if isinstance(value, cls) else cls(value)
        except (ValueError, TypeError, ZeroDivisionError):
            raise Invalid([Line("fraction_parsing", value, None, "Input is not a valid fraction")]) from None

    return validate


def _validate_complex(value, run):
    if isinstance(value, complex):
        return value
    if not run.strict:
        run.fit = LAX
        if isinstance(value, str):
            try:
                return complex(value)
            except ValueError:
                raise invalid("complex_str_parsing", value) from None
        if isinstance(value, (int, float)):
            return complex(value)
    raise invalid("complex_type", value)
