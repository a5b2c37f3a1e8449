# SPDX-License-Identifier: MIT
"""Validators of the scalar types, with the conversions of pydantic's lax mode (docs: concepts/conversion_table)."""

from enum import Enum

from ._core import LAX, STRICT, Invalid, Line, Plan, invalid

_TRUE = frozenset(("1", "on", "t", "true", "y", "yes"))
_FALSE = frozenset(("0", "off", "f", "false", "n", "no"))


def validate_any(value, run):
    if run.fit > STRICT:
        run.fit = STRICT  # in a union a choice that fits as it is comes before, one that converts after
    return value


def validate_none(value, run):
    if value is None:
        return None
    raise invalid("none_required", value)


def validate_str(value, run):
    if type(value) is str:
        return value
    if isinstance(value, str):
        if isinstance(value, Enum):
            value = value.value
        if run.fit > STRICT:
            run.fit = STRICT
        return str.__str__(value) if type(value) is not str else value
    if not run.strict and isinstance(value, (bytes, bytearray)):
        run.fit = LAX
        try:
            return value.decode()
        except UnicodeDecodeError:
            raise invalid("string_unicode", value) from None
    if not run.strict and isinstance(value, Enum):
        run.fit = LAX
        return str(value.value)
    raise invalid("string_type", value)


def validate_str_or_number(value, run):
    """With `coerce_numbers_to_str`."""
    if isinstance(value, (int, float)) and not isinstance(value, bool) or type(value).__name__ == "Decimal":
        run.fit = LAX
        return str(value)
    return validate_str(value, run)


def validate_int(value, run):
    if type(value) is int:
        return value
    if run.strict and not (run.mode == "strings" and isinstance(value, str)):
        if isinstance(value, int) and not isinstance(value, bool):
            return int(value)
        raise invalid("int_type", value)
    return _to_int(value, run)


def _to_int(value, run):
    run.fit = LAX
    if isinstance(value, (str, bytes)):
        text = value if isinstance(value, str) else value.decode("latin-1")
        if len(text) > 4300:
            raise invalid("int_parsing_size", value)
        number = _int_of_text(text)
        if number is None:
            raise invalid("int_parsing", value)
        return number
    if isinstance(value, float):
        if value.is_integer():
            return int(value)
        if value != value or value in (float("inf"), float("-inf")):
            raise invalid("finite_number", value)
        raise invalid("int_from_float", value)
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, int):
        return int(value.value if isinstance(value, Enum) else value)
    if type(value).__name__ == "Decimal":
        if value == value.to_integral_value():
            return int(value)
        raise invalid("int_from_float", value)
    if isinstance(value, Enum) and type(value.value) is int:
        return value.value
    raise invalid("int_type", value)


def _int_of_text(text):
    text = text.strip()
    whole, dot, rest = text.partition(".")
    if dot and rest.strip("0"):
        return None
    digits = whole.removeprefix("-").removeprefix("+")
    if not digits or not digits[0].isdigit() or not digits.isascii():
        return None
    try:
        return int(whole)
    except ValueError:
        return None


def validate_float(value, run):
    if type(value) is float:
        return value
    if type(value) is int:
        if run.fit > STRICT:
            run.fit = STRICT
        return float(value)
    if isinstance(value, float):
        return float(value)
    if not run.strict or run.mode == "strings":
        run.fit = LAX
        if isinstance(value, (str, bytes)):
            try:
                return float(value)
            except ValueError:
                raise invalid("float_parsing", value) from None
        if isinstance(value, (bool, int)) or hasattr(type(value), "__float__"):
            return float(value)
    raise invalid("float_type", value)


def _dump_float(value, dump, include, exclude):
    """An integer in a float field (a default, say) is written with its point in JSON."""
    if type(value) is float:
        return value if not dump.json or value - value == 0 else None
    if value is None:
        return None
    return float(value) if type(value) is int and dump.json else dump.infer(value, dump, include, exclude)


def validate_bool(value, run):
    if value is True or value is False:
        return value
    if not run.strict or run.mode == "strings" and isinstance(value, str):
        run.fit = LAX
        if isinstance(value, (str, bytes)):
            word = (value if isinstance(value, str) else value.decode("latin-1")).lower()
            if word in _TRUE:
                return True
            if word in _FALSE:
                return False
            raise invalid("bool_parsing", value)
        if isinstance(value, int):
            if value == 0 or value == 1:
                return value == 1
            raise invalid("bool_parsing", value)
        if isinstance(value, float) and value.is_integer():
            if value == 0 or value == 1:
                return value == 1
            raise invalid("bool_parsing", value)
    raise invalid("bool_type", value)


def validate_bytes(value, run):
    if isinstance(value, bytes):
        return value
    if isinstance(value, str) and (run.mode != "python" or not run.strict):
        run.fit = LAX if run.mode == "python" else run.fit
        return value.encode()
    if isinstance(value, bytearray) and not run.strict:
        run.fit = LAX
        return bytes(value)
    raise invalid("bytes_type", value)


def validate_callable(value, run):
    if callable(value):
        return value
    raise invalid("callable_type", value)


def instance_plan(cls):
    """`arbitrary_types_allowed`, and classes that nothing else is known of."""
    name = cls.__qualname__

    def validate(value, run):
        if isinstance(value, cls):
            return value
        raise invalid("is_instance_of", value, **{"class": name})

    return Plan(validate, f"is-instance[{name}]", "instance")


def subclass_plan(cls):
    def validate(value, run):
        if isinstance(value, type) and issubclass(value, cls):
            return value
        raise invalid("is_subclass_of", value, **{"class": cls.__name__})

    return Plan(validate, f"is-subclass[{cls.__name__}]", "type")


def _validate_type(value, run):
    if isinstance(value, type):
        return value
    raise Invalid([Line("is_type", value, None, "Input should be a type")])


def _validate_hashable(value, run):
    try:
        hash(value)
    except TypeError:
        raise Invalid([Line("is_hashable", value, None, "Input should be hashable")]) from None
    return value


ANY = Plan(validate_any, "any", "any")
NONE = Plan(validate_none, "none", "none", exact=(type(None),))
STR = Plan(validate_str, "str", "str", exact=(str,))
STR_OR_NUMBER = Plan(validate_str_or_number, "str", "str", exact=(str,))
INT = Plan(validate_int, "int", "int", exact=(int,))
FLOAT = Plan(validate_float, "float", "float", _dump_float, (float,))
BOOL = Plan(validate_bool, "bool", "bool", exact=(bool,))
BYTES = Plan(validate_bytes, "bytes", "bytes", exact=(bytes,))
TYPE = Plan(_validate_type, "is-type", "type")
HASHABLE = Plan(_validate_hashable, "hashable", "hashable")
CALLABLE = Plan(validate_callable, "callable", "callable")

PLANS = {object: ANY, None: NONE, type(None): NONE, str: STR, int: INT, float: FLOAT, bool: BOOL, bytes: BYTES}
