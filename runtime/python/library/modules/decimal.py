# SPDX-License-Identifier: MIT
"""Decimal floating-point arithmetic (Python's decimal; the General Decimal Arithmetic Specification 1.70).

Signals: _decimal_signals. Contexts and fitting a result into one: _decimal_context. Text: _decimal_text.
Logarithms and powers: _decimal_functions."""

import math as _math
import numbers as _numbers
from collections import namedtuple as _namedtuple

import _decimal_context
from _decimal_context import (
    MAX_EMAX,
    MAX_PREC,
    MIN_EMIN,
    MIN_ETINY,
    BasicContext,
    Context,
    DefaultContext,
    ExtendedContext,
    digit_count as _digit_count,
    getcontext,
    localcontext,
    round_coefficient as _round_coefficient,
    setcontext,
)
from _decimal_signals import (
    CLAMPED as _CLAMPED,
    FLOAT as _FLOAT,
    IMPOSSIBLE as _IMPOSSIBLE,
    INEXACT as _INEXACT,
    INVALID as _INVALID,
    OVERFLOW as _OVERFLOW,
    ROUND_05UP,
    ROUND_CEILING,
    ROUND_DOWN,
    ROUND_FLOOR,
    ROUND_HALF_DOWN,
    ROUND_HALF_EVEN,
    ROUND_HALF_UP,
    ROUND_UP,
    ROUNDED as _ROUNDED,
    ROUNDINGS as _ROUNDINGS,
    SUBNORMAL as _SUBNORMAL,
    SYNTAX as _SYNTAX,
    UNDEFINED as _UNDEFINED,
    UNDERFLOW as _UNDERFLOW,
    ZERO_DIVISION as _ZERO_DIVISION,
    Clamped,
    ConversionSyntax as _ConversionSyntax,
    DecimalException,
    DivisionByZero,
    DivisionImpossible as _DivisionImpossible,
    DivisionUndefined as _DivisionUndefined,
    FloatOperation,
    Inexact,
    InvalidContext as _InvalidContext,
    InvalidOperation,
    Overflow,
    Rounded,
    Subnormal,
    Underflow,
)
from _decimal_text import format_decimal as _format_decimal, parse as _parse, text_of as _text_of

__all__ = [
    "Decimal", "Context", "DecimalTuple", "DefaultContext", "BasicContext", "ExtendedContext", "DecimalException", "Clamped",
    "InvalidOperation", "DivisionByZero", "Inexact", "Rounded", "Subnormal", "Overflow", "Underflow", "FloatOperation",
    "ROUND_DOWN", "ROUND_HALF_UP", "ROUND_HALF_EVEN", "ROUND_CEILING", "ROUND_FLOOR", "ROUND_UP", "ROUND_HALF_DOWN",
    "ROUND_05UP", "setcontext", "getcontext", "localcontext", "MAX_PREC", "MAX_EMAX", "MIN_EMIN", "MIN_ETINY", "HAVE_THREADS",
    "HAVE_CONTEXTVAR",
]  # fmt: skip

HAVE_THREADS = HAVE_CONTEXTVAR = True
__version__ = "1.70"
__libmpdec_version__ = "2.5.1"
__xname__ = __name__

DecimalTuple = _namedtuple("DecimalTuple", "sign digits exponent", module="decimal")

_HASH_PRIME = 2**61 - 1
_HASH_TENTH = pow(10, _HASH_PRIME - 2, _HASH_PRIME)


def _make(sign, n, exponent, special=""):
    d = object.__new__(Decimal)
    d._sign = sign
    d._int = n
    d._exp = exponent
    d._special = special
    return d


def _given(context):
    if context is None:
        return getcontext()
    if not isinstance(context, Context):
        raise TypeError("optional argument must be a context")
    return context


def _rounding_of(rounding, context):
    if rounding is None:
        return context._rounding
    if rounding not in _ROUNDINGS:
        raise TypeError(_decimal_context._BAD_ROUNDING)
    return rounding


def _fitted(sign, n, exponent, context, status=0):
    """The finite number, rounded to the context; reports."""
    limit = context._limit
    if not status and n and limit is not None and n < limit and context._Emin <= exponent <= context._top:
        return _make(sign, n, exponent)
    n, exponent, more = context._fit(sign, n, exponent)
    status |= more
    if status:
        context._report(status)
    return _make(sign, 0, 0, "F") if exponent is None else _make(sign, n, exponent)


def _invalid(context, status=_INVALID):
    context._report(status)
    return _make(0, 0, 0, "n")


def _operand(value):
    """An int or Decimal as a Decimal; None for anything else."""
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int):
        return _make(int(value < 0), abs(int(value)), 0)
    return None


def _required(value):
    d = _operand(value)
    if d is None:
        raise TypeError(f"conversion from {type(value).__name__} to Decimal is not supported")
    return d


def _with_context(method, operands=1):
    """A public method with an optional context of one that wants it; the other operand may be an int."""
    if operands == 0:

        def public(self, context=None):
            return method(self, _given(context))
    elif operands == 1:

        def public(self, other, context=None):
            context = _given(context)
            return method(self, _required(other), context)

    public.__name__ = method.__name__.strip("_")
    public.__qualname__ = "Decimal." + public.__name__
    return public


def _operator(method, reflected=False):
    if reflected:

        def operation(self, other):
            other = _operand(other)
            return NotImplemented if other is None else method(other, self, getcontext())
    else:

        def operation(self, other):
            other = _operand(other)
            return NotImplemented if other is None else method(self, other, getcontext())

    return operation


class Decimal:
    """Decimal(value="0", context=None): exactly the value of a number, text or tuple."""

    __slots__ = ("_exp", "_int", "_sign", "_special")
    __module__ = "decimal"

    def __new__(cls, value="0", context=None):
        context = _given(context)
        if isinstance(value, str):
            parsed = _parse(value)
            if parsed is None:
                d = _invalid(context, _SYNTAX)
            else:
                d = _make(*parsed)
                if not d._special and d._int and (d.adjusted() > MAX_EMAX or d._exp < MIN_ETINY):
                    d = _invalid(context)
        elif isinstance(value, int):
            d = _make(int(value < 0), abs(int(value)), 0)
        elif isinstance(value, Decimal):
            if cls is Decimal and type(value) is Decimal:
                return value
            d = _make(value._sign, value._int, value._exp, value._special)
        elif isinstance(value, float):
            context._report(_FLOAT)
            d = _from_float(value)
        elif isinstance(value, (tuple, list)):
            d = _from_tuple(value)
        else:
            raise TypeError(f"conversion from {type(value).__name__} to Decimal is not supported")
        if cls is Decimal:
            return d
        made = object.__new__(cls)
        made._sign, made._int, made._exp, made._special = d._sign, d._int, d._exp, d._special
        return made

    @classmethod
    def from_float(cls, f, /):
        if isinstance(f, int):
            d = _make(int(f < 0), abs(int(f)), 0)
        elif isinstance(f, float):
            d = _from_float(f)
        else:
            raise TypeError("argument must be int or float")
        return d if cls is Decimal else cls(d)

    # ---- what it is -------------------------------------------------------------------------------------------------------

    def is_canonical(self):
        return True

    def canonical(self):
        return self

    def is_nan(self):
        return self._special in ("n", "N")

    def is_qnan(self):
        return self._special == "n"

    def is_snan(self):
        return self._special == "N"

    def is_infinite(self):
        return self._special == "F"

    def is_finite(self):
        return not self._special

    def is_signed(self):
        return self._sign == 1

    def is_zero(self):
        return not self._special and not self._int

    def is_normal(self, context=None):
        context = _given(context)
        return not self._special and self._int != 0 and self.adjusted() >= context._Emin

    def is_subnormal(self, context=None):
        context = _given(context)
        return not self._special and self._int != 0 and self.adjusted() < context._Emin

    def adjusted(self):
        return 0 if self._special else self._exp + _digit_count(self._int) - 1

    def as_tuple(self):
        if self._special == "F":
            return DecimalTuple(self._sign, (0,), "F")
        digits = tuple(map(int, _digits(self._int))) if self._int or not self._special else ()
        return DecimalTuple(self._sign, digits, self._special or self._exp)

    def as_integer_ratio(self):
        if self._special == "F":
            raise OverflowError("cannot convert Infinity to integer ratio")
        if self._special:
            raise ValueError("cannot convert NaN to integer ratio")
        n, d = self._int, 1
        if self._exp >= 0:
            n *= 10**self._exp
        else:
            d = 10**-self._exp
            common = _math.gcd(n, d)
            n, d = n // common, d // common
        return (-n if self._sign else n), d

    def number_class(self, context=None):
        context = _given(context)
        if self._special in ("n", "N"):
            return "NaN" if self._special == "n" else "sNaN"
        sign = "-" if self._sign else "+"
        if self._special:
            return sign + "Infinity"
        if not self._int:
            return sign + "Zero"
        return sign + ("Subnormal" if self.is_subnormal(context) else "Normal")

    def radix(self):
        return _make(0, 10, 0)

    def conjugate(self):
        return self

    real = property(lambda self: self)
    imag = property(lambda self: _make(0, 0, 0))

    # ---- text and conversions ---------------------------------------------------------------------------------------------

    def _text(self, capitals, engineering=False):
        return _text_of(self, capitals, engineering)

    def __str__(self):
        return _text_of(self, getcontext()._capitals)

    def __repr__(self):
        return f"Decimal('{_text_of(self, getcontext()._capitals)}')"

    def to_eng_string(self, context=None):
        return _text_of(self, _given(context)._capitals, True)

    def __format__(self, spec, /):
        if not isinstance(spec, str):
            raise TypeError(f"format argument must be str, not {type(spec).__name__}")
        return _format_decimal(self, spec, getcontext())

    def __bool__(self):
        return self._special != "" or self._int != 0

    def __int__(self):
        if self._special:
            if self._special == "F":
                raise OverflowError("cannot convert Infinity to integer")
            raise ValueError("cannot convert NaN to integer")
        n = self._int * 10**self._exp if self._exp >= 0 else self._int // 10**-self._exp
        return -n if self._sign else n

    __trunc__ = __int__

    def __float__(self):
        if self._special in ("n", "N"):
            if self._special == "N":
                raise ValueError("cannot convert signaling NaN to float")
            return -_math.nan if self._sign else _math.nan
        return float(_text_of(self, 1))

    def __complex__(self):
        return complex(float(self))

    def __floor__(self):
        return int(self._rounded_whole(ROUND_FLOOR))

    def __ceil__(self):
        return int(self._rounded_whole(ROUND_CEILING))

    def __round__(self, ndigits=None):
        if ndigits is None:
            return int(self._rounded_whole(ROUND_HALF_EVEN))
        if not isinstance(ndigits, int):
            raise TypeError("optional arg must be an integer")
        context = getcontext()
        return self._quantize(_make(0, 1, -ndigits), context, context._rounding)

    def _rounded_whole(self, rounding):
        if self._special == "F":
            raise OverflowError("cannot convert Infinity to integer")
        if self._special:
            raise ValueError("cannot convert NaN to integer")
        if self._exp >= 0:
            return self
        return _make(self._sign, _shortened(self._sign, self._int, -self._exp, rounding)[0], 0)

    def __hash__(self):
        if self._special:
            if self._special == "N":
                raise TypeError("Cannot hash a signaling NaN value")
            if self._special == "n":
                return object.__hash__(self)
            return -314159 if self._sign else 314159
        scale = pow(10, self._exp, _HASH_PRIME) if self._exp >= 0 else pow(_HASH_TENTH, -self._exp, _HASH_PRIME)
        h = self._int * scale % _HASH_PRIME
        h = -h if self._sign else h
        return -2 if h == -1 else h

    def __reduce__(self):
        return type(self), (str(self),)

    def __copy__(self):
        return self if type(self) is Decimal else type(self)(self)

    def __deepcopy__(self, memo, /):
        return self if type(self) is Decimal else type(self)(self)

    def __sizeof__(self):
        return 104

    # ---- NaNs -------------------------------------------------------------------------------------------------------------

    def _as_quiet(self, context):
        """A NaN as a result: quiet, its payload shortened to fit."""
        n, room = self._int, context._prec - context._clamp
        if n and _digit_count(n) > room:
            n %= 10**room
        return _make(self._sign, n, 0, "n")

    def _nan_result(self, other, context):
        """What an operation with a NaN gives, or None if there is none."""
        if not self._special and not other._special:
            return None
        for d in (self, other):
            if d._special == "N":
                context._report(_INVALID)
                return d._as_quiet(context)
        for d in (self, other):
            if d._special == "n":
                return d._as_quiet(context)
        return None

    def _own_nan(self, context):
        if self._special == "N":
            context._report(_INVALID)
        return self._as_quiet(context) if self._special in ("n", "N") else None

    def _fitted(self, context):
        """Rounded to the context."""
        if self._special:
            return self._own_nan(context) or self
        return _fitted(self._sign, self._int, self._exp, context)

    # ---- comparison -------------------------------------------------------------------------------------------------------

    def _order(self, other):
        """-1, 0, 1; neither is a NaN."""
        if self._special or other._special:
            x = 0 if not self._special else -1 if self._sign else 1
            y = 0 if not other._special else -1 if other._sign else 1
            return (x > y) - (x < y)
        if not self._int or not other._int:
            x = 0 if not self._int else -1 if self._sign else 1
            y = 0 if not other._int else -1 if other._sign else 1
            return (x > y) - (x < y)
        if self._sign != other._sign:
            return -1 if self._sign else 1
        x, y = self.adjusted(), other.adjusted()
        if x == y:
            shift = self._exp - other._exp
            x = self._int * 10**shift if shift > 0 else self._int
            y = other._int * 10**-shift if shift < 0 else other._int
        result = (x > y) - (x < y)
        return -result if self._sign else result

    def _comparand(self, other, equality):
        """Both sides as Decimals, or None for other types."""
        d = _operand(other)
        if d is not None:
            return self, d
        if isinstance(other, float):
            context = getcontext()
            if equality:
                context._flags |= _FLOAT
            else:
                context._report(_FLOAT)
            return self, _from_float(other)
        if isinstance(other, _numbers.Rational):
            if self._special:
                return self, _make(int(other.numerator < 0), abs(other.numerator), 0)
            return _make(self._sign, self._int * other.denominator, self._exp), _required(other.numerator)
        if equality and isinstance(other, complex) and other.imag == 0:
            getcontext()._flags |= _FLOAT
            return self, _from_float(other.real)
        return None

    def __eq__(self, other):
        pair = self._comparand(other, True)
        if pair is None:
            return NotImplemented
        x, y = pair
        if x._special in ("n", "N") or y._special in ("n", "N"):
            if x._special == "N" or y._special == "N":
                getcontext()._report(_INVALID)
            return False
        return x._order(y) == 0

    def _ordered(self, other, accept):
        pair = self._comparand(other, False)
        if pair is None:
            return NotImplemented
        x, y = pair
        if x._special in ("n", "N") or y._special in ("n", "N"):
            getcontext()._report(_INVALID)
            return False
        return accept(x._order(y))

    def __lt__(self, other):
        return self._ordered(other, lambda order: order < 0)

    def __le__(self, other):
        return self._ordered(other, lambda order: order <= 0)

    def __gt__(self, other):
        return self._ordered(other, lambda order: order > 0)

    def __ge__(self, other):
        return self._ordered(other, lambda order: order >= 0)

    def _compare(self, other, context):
        nan = self._nan_result(other, context)
        return nan if nan is not None else _required(self._order(other))

    def _compare_signal(self, other, context):
        if self._special in ("n", "N") or other._special in ("n", "N"):
            context._report(_INVALID)
        return self._compare(other, context)

    def _total_order(self, other):
        if self._sign != other._sign:
            return -1 if self._sign else 1
        rank = {"": 0, "F": 0, "N": 1, "n": 2}
        x, y = rank[self._special], rank[other._special]
        if x == y == 0:
            order = self._order(other)
            if order:
                return order
            x, y = self._exp, other._exp
        elif x == y:
            x, y = self._int, other._int
        order = (x > y) - (x < y)
        return -order if self._sign else order

    def compare_total(self, other, context=None):
        _given(context)
        return _required(self._total_order(_required(other)))

    def compare_total_mag(self, other, context=None):
        return self.copy_abs().compare_total(_required(other).copy_abs(), context)

    def _extreme(self, other, context, sign, magnitude):
        """max (sign 1) and min (sign -1): a quiet NaN gives way to a number."""
        if self._special in ("n", "N") or other._special in ("n", "N"):
            if "N" not in (self._special, other._special) and not (self._special and other._special and self._special == other._special == "n"):
                return (other if self._special == "n" else self)._fitted(context)
            return self._nan_result(other, context)
        x, y = (self.copy_abs(), other.copy_abs()) if magnitude else (self, other)
        order = x._order(y) or self._total_order(other)
        if magnitude and not x._order(y):
            order = self._total_order(other)
        return (self if order * sign > 0 or (order == 0 and sign < 0) else other)._fitted(context)

    def _max(self, other, context):
        return self._extreme(other, context, 1, False)

    def _min(self, other, context):
        return self._extreme(other, context, -1, False)

    def _max_mag(self, other, context):
        return self._extreme(other, context, 1, True)

    def _min_mag(self, other, context):
        return self._extreme(other, context, -1, True)

    # ---- signs ------------------------------------------------------------------------------------------------------------

    def copy_abs(self):
        return _make(0, self._int, self._exp, self._special)

    def copy_negate(self):
        return _make(1 - self._sign, self._int, self._exp, self._special)

    def copy_sign(self, other, context=None):
        return _make(_required(other)._sign, self._int, self._exp, self._special)

    def _plus(self, context):
        if not self._special and not self._int and context._rounding != ROUND_FLOOR:
            return _fitted(0, 0, self._exp, context)
        return self._fitted(context)

    def _minus(self, context):
        if self._special in ("n", "N"):
            return self._own_nan(context)
        return self.copy_negate()._plus(context)

    def _absolute(self, context):
        if self._special in ("n", "N"):
            return self._own_nan(context)
        return self.copy_abs()._fitted(context)

    def __pos__(self):
        return self._plus(getcontext())

    def __neg__(self):
        return self._minus(getcontext())

    def __abs__(self):
        return self._absolute(getcontext())

    # ---- arithmetic -------------------------------------------------------------------------------------------------------

    def _add(self, other, context):
        if self._special or other._special:
            nan = self._nan_result(other, context)
            if nan is not None:
                return nan
            if self._special and other._special and self._sign != other._sign:
                return _invalid(context)
            return self if self._special else other
        x, y = self._int, other._int
        shift = self._exp - other._exp
        if shift > context._prec + 4 or -shift > context._prec + 4:
            x, y, exponent = _aligned(self, other, context._prec)
        elif shift >= 0:
            x, exponent = x * 10**shift, other._exp
        else:
            y, exponent = y * 10**-shift, self._exp
        total = (-x if self._sign else x) + (-y if other._sign else y)
        if total:
            return _fitted(int(total < 0), abs(total), exponent, context)
        sign = self._sign if self._sign == other._sign else int(context._rounding == ROUND_FLOOR)
        return _fitted(sign, 0, min(self._exp, other._exp), context)

    def _subtract(self, other, context):
        if other._special in ("n", "N"):
            return self._nan_result(other, context)
        return self._add(other.copy_negate(), context)

    def _multiply(self, other, context):
        sign = self._sign ^ other._sign
        if self._special or other._special:
            nan = self._nan_result(other, context)
            if nan is not None:
                return nan
            return _make(sign, 0, 0, "F") if self and other else _invalid(context)
        return _fitted(sign, self._int * other._int, self._exp + other._exp, context)

    def _divide(self, other, context):
        sign = self._sign ^ other._sign
        if self._special or other._special:
            nan = self._nan_result(other, context)
            if nan is not None:
                return nan
            if self._special:
                return _invalid(context) if other._special else _make(sign, 0, 0, "F")
            context._report(_CLAMPED)
            return _make(sign, 0, context._tiny)
        if not other._int:
            if not self._int:
                return _invalid(context, _UNDEFINED)
            context._report(_ZERO_DIVISION)
            return _make(sign, 0, 0, "F")
        exponent = ideal = self._exp - other._exp
        n = 0
        if self._int:
            shift = _digit_count(other._int) - _digit_count(self._int) + context._prec + 1
            exponent -= shift
            if shift >= 0:
                n, rest = divmod(self._int * 10**shift, other._int)
            else:
                n, rest = divmod(self._int, other._int * 10**-shift)
            n, exponent = _sticky(n, rest, exponent, ideal)
        return _fitted(sign, n, exponent, context)

    def _whole_quotient(self, other, context):
        """(quotient, remainder) of finite numbers as Decimals that are not rounded yet, or None: too large a quotient."""
        sign = self._sign ^ other._sign
        exponent = min(self._exp, other._exp)
        apart = self.adjusted() - other.adjusted()
        if not self._int or apart <= -2:
            return _make(sign, 0, 0), _make(self._sign, *_rescaled_down(self, exponent))
        if apart <= context._prec:
            x, y = self._int, other._int
            if self._exp >= other._exp:
                x *= 10 ** (self._exp - other._exp)
            else:
                y *= 10 ** (other._exp - self._exp)
            q, r = divmod(x, y)
            if q < 10**context._prec:
                return _make(sign, q, 0), _make(self._sign, r, exponent)
        return None

    def _divided(self, other, context, whole):
        """// and %, whose special cases mirror each other."""
        nan = self._nan_result(other, context)
        if nan is not None:
            return nan
        sign = self._sign ^ other._sign
        if self._special:
            if other._special or not whole:
                return _invalid(context)
            return _make(sign, 0, 0, "F")
        if other._special:
            return _make(sign, 0, 0) if whole else self._fitted(context)
        if not other._int:
            if not whole and self._int:
                return _invalid(context)
            if not self._int:
                return _invalid(context, _UNDEFINED)
            context._report(_ZERO_DIVISION)
            return _make(sign, 0, 0, "F")
        parts = self._whole_quotient(other, context)
        if parts is None:
            return _invalid(context, _IMPOSSIBLE)
        return parts[0]._fitted(context) if whole else parts[1]._fitted(context)

    def _floor_divide(self, other, context):
        return self._divided(other, context, True)

    def _remainder(self, other, context):
        return self._divided(other, context, False)

    def _divmod(self, other, context):
        nan = self._nan_result(other, context)
        if nan is not None:
            return nan, nan
        sign = self._sign ^ other._sign
        if self._special:
            if other._special:
                nan = _invalid(context)
                return nan, nan
            return _make(sign, 0, 0, "F"), _invalid(context)
        if other._special:
            return _make(sign, 0, 0), self._fitted(context)
        if not other._int:
            if not self._int:
                nan = _invalid(context, _UNDEFINED)
                return nan, nan
            context._report(_ZERO_DIVISION | _INVALID)
            return _make(sign, 0, 0, "F"), _make(0, 0, 0, "n")
        parts = self._whole_quotient(other, context)
        if parts is None:
            nan = _invalid(context, _IMPOSSIBLE)
            return nan, nan
        return parts[0], parts[1]._fitted(context)

    def _remainder_near(self, other, context):
        nan = self._nan_result(other, context)
        if nan is not None:
            return nan
        if self._special:
            return _invalid(context)
        if not other._special and not other._int:
            return _invalid(context, _INVALID if self._int else _UNDEFINED)
        if other._special:
            return self._fitted(context)
        ideal = min(self._exp, other._exp)
        if not self._int:
            return _fitted(self._sign, 0, ideal, context)
        apart = self.adjusted() - other.adjusted()
        if apart >= context._prec + 1:
            return _invalid(context, _IMPOSSIBLE)
        if apart <= -2:
            return _make(self._sign, *_rescaled_down(self, ideal))._fitted(context)
        x, y = self._int, other._int
        if self._exp >= other._exp:
            x *= 10 ** (self._exp - other._exp)
        else:
            y *= 10 ** (other._exp - self._exp)
        q, r = divmod(x, y)
        sign = self._sign
        if 2 * r + (q & 1) > y:
            r -= y
            q += 1
        if q >= 10**context._prec:
            return _invalid(context, _IMPOSSIBLE)
        return _fitted(1 - sign if r < 0 else sign, abs(r), ideal, context)

    def fma(self, other, third, context=None):
        context = _given(context)
        other, third = _required(other), _required(third)
        if self._special or other._special:
            nan = self._nan_result(other, context) if "N" in (self._special, other._special) else None
            if nan is not None:
                return nan
            if third._special == "N":
                return third._own_nan(context)
            nan = self._nan_result(other, context)
            if nan is not None:
                return nan
            if not (self and other):
                return _invalid(context)
            product = _make(self._sign ^ other._sign, 0, 0, "F")
        else:
            product = _make(self._sign ^ other._sign, self._int * other._int, self._exp + other._exp)
        return product._add(third, context)

    __add__ = __radd__ = _operator(_add)
    __sub__ = _operator(_subtract)
    __rsub__ = _operator(_subtract, True)
    __mul__ = __rmul__ = _operator(_multiply)
    __truediv__ = _operator(_divide)
    __rtruediv__ = _operator(_divide, True)
    __floordiv__ = _operator(_floor_divide)
    __rfloordiv__ = _operator(_floor_divide, True)
    __mod__ = _operator(_remainder)
    __rmod__ = _operator(_remainder, True)
    __divmod__ = _operator(_divmod)
    __rdivmod__ = _operator(_divmod, True)

    # ---- exponents and digits ---------------------------------------------------------------------------------------------

    def _quantize(self, other, context, rounding):
        nan = self._nan_result(other, context)
        if nan is not None:
            return nan
        if self._special or other._special:
            return self if self._special and other._special else _invalid(context)
        exponent = other._exp
        if not context._tiny <= exponent <= context._Emax:
            return _invalid(context)
        if not self._int:
            return _fitted(self._sign, 0, exponent, context)
        if self.adjusted() > context._Emax or self.adjusted() - exponent + 1 > context._prec:
            return _invalid(context)
        status = 0
        if self._exp >= exponent:
            n = self._int * 10 ** (self._exp - exponent)
        else:
            n, inexact = _shortened(self._sign, self._int, exponent - self._exp, rounding)
            status = _ROUNDED | (_INEXACT if inexact else 0)
        if n:
            digits = _digit_count(n)
            if digits > context._prec or digits + exponent - 1 > context._Emax:
                return _invalid(context)
        return _fitted(self._sign, n, exponent, context, status)

    def quantize(self, exp, rounding=None, context=None):
        context = _given(context)
        return self._quantize(_required(exp), context, _rounding_of(rounding, context))

    def same_quantum(self, other, context=None):
        other = _required(other)
        if self._special or other._special:
            kinds = {self._special.lower(), other._special.lower()}
            return len(kinds) == 1
        return self._exp == other._exp

    def _to_whole(self, rounding, context, exact):
        nan = self._own_nan(context)
        if nan is not None:
            return nan
        if self._special or self._exp >= 0:
            return self
        n, inexact = _shortened(self._sign, self._int, -self._exp, rounding)
        if exact and self._int:
            context._report(_ROUNDED | (_INEXACT if inexact else 0))
        return _make(self._sign, n, 0)

    def to_integral_value(self, rounding=None, context=None):
        context = _given(context)
        return self._to_whole(_rounding_of(rounding, context), context, False)

    to_integral = to_integral_value

    def to_integral_exact(self, rounding=None, context=None):
        context = _given(context)
        return self._to_whole(_rounding_of(rounding, context), context, True)

    def _normalize(self, context):
        if self._special:
            return self._own_nan(context) or self
        d = self._fitted(context)
        if d._special:
            return d
        if not d._int:
            return _make(d._sign, 0, 0)
        n, exponent = d._int, d._exp
        top = context._top if context._clamp else context._Emax
        while n % 10 == 0 and exponent < top:
            n //= 10
            exponent += 1
        return _make(d._sign, n, exponent)

    def _logb(self, context):
        nan = self._own_nan(context)
        if nan is not None:
            return nan
        if self._special:
            return _make(0, 0, 0, "F")
        if not self._int:
            context._report(_ZERO_DIVISION)
            return _make(1, 0, 0, "F")
        return _required(self.adjusted())._fitted(context)

    def _small_integer(self, other, limit):
        """`other` as an int within the limit, else None."""
        if other._special or other._exp != 0 or other._int > limit:
            return None
        return -other._int if other._sign else other._int

    def _scaleb(self, other, context):
        nan = self._nan_result(other, context)
        if nan is not None:
            return nan
        by = self._small_integer(other, 2 * (context._Emax + context._prec))
        if by is None:
            return _invalid(context)
        if self._special:
            return self
        return _fitted(self._sign, self._int, self._exp + by, context)

    def _shift(self, other, context):
        nan = self._nan_result(other, context)
        if nan is not None:
            return nan
        by = self._small_integer(other, context._prec)
        if by is None:
            return _invalid(context)
        if self._special:
            return self
        n, room = self._int, 10**context._prec
        return _make(self._sign, n * 10**by % room if by >= 0 else n % room // 10**-by, self._exp)

    def _rotate(self, other, context):
        nan = self._nan_result(other, context)
        if nan is not None:
            return nan
        by = self._small_integer(other, context._prec)
        if by is None:
            return _invalid(context)
        if self._special:
            return self
        by %= context._prec
        high, low = divmod(self._int % 10**context._prec, 10 ** (context._prec - by))
        return _make(self._sign, low * 10**by + high, self._exp)

    def _bits(self, context):
        """The digits of a logical operand, or None."""
        if self._special or self._sign or self._exp:
            return None
        digits = _digits(self._int)
        return digits[-context._prec :] if not digits.strip("01") else None

    def _logical(self, other, context, operation):
        x, y = self._bits(context), other._bits(context)
        if x is None or y is None:
            return _invalid(context)
        return _make(0, int(f"{operation(int(x, 2), int(y, 2)):b}"), 0)

    def _logical_and(self, other, context):
        return self._logical(other, context, lambda x, y: x & y)

    def _logical_or(self, other, context):
        return self._logical(other, context, lambda x, y: x | y)

    def _logical_xor(self, other, context):
        return self._logical(other, context, lambda x, y: x ^ y)

    def _logical_invert(self, context):
        return self._logical_xor(_make(0, (10**context._prec - 1) // 9, 0), context)

    def _neighbour(self, context, up):
        nan = self._own_nan(context)
        if nan is not None:
            return nan
        if self._special:
            if bool(self._sign) != up:
                return self
            return _make(self._sign, 10**context._prec - 1, context._top)
        quiet = context.copy()
        quiet._traps = 0
        quiet._rounding = ROUND_CEILING if up else ROUND_FLOOR
        d = self._fitted(quiet)
        if d._special or d._order(self):
            return d
        return d._add(_make(int(not up), 1, quiet._tiny - 1), quiet)

    def _next_plus(self, context):
        return self._neighbour(context, True)

    def _next_minus(self, context):
        return self._neighbour(context, False)

    def _next_toward(self, other, context):
        nan = self._nan_result(other, context)
        if nan is not None:
            return nan
        order = self._order(other)
        if not order:
            return self.copy_sign(other)
        d = self._neighbour(context, order < 0)
        if d._special:
            context._report(_OVERFLOW | _INEXACT | _ROUNDED)
        elif d.adjusted() < context._Emin:
            context._report(_UNDERFLOW | _SUBNORMAL | _INEXACT | _ROUNDED | (0 if d._int else _CLAMPED))
        return d

    # ---- roots, logarithms, powers ----------------------------------------------------------------------------------------

    def _sqrt(self, context):
        nan = self._own_nan(context)
        if nan is not None:
            return nan
        if self._special:
            return _invalid(context) if self._sign else self
        if not self._int:
            return _fitted(self._sign, 0, self._exp // 2, context)
        if self._sign:
            return _invalid(context)
        digits = context._prec + 1
        exponent = self._exp >> 1
        n, size = self._int, (_digit_count(self._int) + 1) >> 1
        if self._exp & 1:
            n, size = n * 10, (_digit_count(self._int) >> 1) + 1
        shift = digits - size
        rest = 0
        if shift >= 0:
            n *= 100**shift
        else:
            n, rest = divmod(n, 100**-shift)
        root = _math.isqrt(n)
        exact = not rest and root * root == n
        if exact:
            root, exponent = (root // 10**shift, exponent) if shift >= 0 else (root * 10**-shift, exponent)
        else:
            exponent -= shift
            if root % 5 == 0:
                root += 1
        return _fitted_with(0, root, exponent, context, ROUND_HALF_EVEN)

    def _exp_(self, context):
        from _decimal_functions import exp_rounded

        nan = self._own_nan(context)
        if nan is not None:
            return nan
        if self._special:
            return _make(0, 0, 0) if self._sign else self
        if not self._int:
            return _make(0, 1, 0)
        digits = context._prec
        if self.adjusted() > len(str(max(context._Emax, -context._tiny))) + 2:
            n, exponent = (1, context._tiny - 2) if self._sign else (1, context._Emax + 1)
        elif self.adjusted() < -digits - 2:
            n = 10 ** (digits + 1) + (-1 if self._sign else 1)
            exponent = -digits - 1
        else:
            n, exponent = exp_rounded(-self._int if self._sign else self._int, self._exp, digits)
        return _fitted_with(0, n, exponent, context, ROUND_HALF_EVEN)

    def _logarithm(self, context, rounded, exact):
        nan = self._own_nan(context)
        if nan is not None:
            return nan
        if not self._special and not self._int:
            return _make(1, 0, 0, "F")
        if self._sign:
            return _invalid(context)
        if self._special:
            return self
        known = exact(self)
        if known is not None:
            return _required(known)._fitted(context) if known else _make(0, 0, 0)
        m, exponent = rounded(self._int, self._exp, context._prec)
        return _fitted_with(int(m < 0), abs(m), exponent, context, ROUND_HALF_EVEN)

    def _ln_(self, context):
        from _decimal_functions import ln_rounded

        return self._logarithm(context, ln_rounded, lambda d: 0 if d._order(_make(0, 1, 0)) == 0 else None)

    def _log10_(self, context):
        from _decimal_functions import log10_rounded

        def exact(d):
            digits = _digits(d._int)
            return d.adjusted() if digits[0] == "1" and not digits[1:].strip("0") else None

        return self._logarithm(context, log10_rounded, exact)

    def _power(self, other, modulo, context):
        if modulo is not None:
            return self._power_modulo(other, modulo, context)
        nan = self._nan_result(other, context)
        if nan is not None:
            return nan
        if not other:
            return _make(0, 1, 0) if self else _invalid(context)
        whole = not other._special and (other._exp >= 0 or other._int % 10**-other._exp == 0)
        sign = 0
        if self._sign and whole:
            sign = int(other._exp <= 0 and other._int // 10**-other._exp & 1)
        elif self._sign and self and not other._special:
            return _invalid(context)
        if self._sign and other._special and self:
            return _invalid(context)
        if not self:
            if other._sign:
                return _make(sign, 0, 0, "F")
            return _make(sign, 0, 0)
        if self._special:
            return _make(sign, 0, 0) if other._sign else _make(sign, 0, 0, "F")
        base = self.copy_abs()
        order = base._order(_make(0, 1, 0))
        if order == 0:
            return self._power_of_one(sign, other, whole, context)
        if other._special:
            return _make(0, 0, 0, "F") if (order > 0) == (not other._sign) else _make(0, 0, 0)
        return base._power_finite(sign, other, whole, context)

    def _power_of_one(self, sign, other, whole, context):
        """1, with as many zeros as the inexact algorithm would leave."""
        places = context._prec - 1
        if whole and not other._special:
            if self._exp >= 0 or other._sign:
                return _make(sign, 1, 0)
            wanted = -self._exp * int(other)
            if wanted <= places:
                return _make(sign, 10**wanted, -wanted)
            context._report(_ROUNDED)
        else:
            context._report(_INEXACT | _ROUNDED)
        return _make(sign, 10**places, -places)

    def _power_finite(self, sign, other, whole, context):
        from _decimal_functions import power_rounded

        digits = context._prec
        # Is it far out of range? The size of the logarithm tells.
        size = self.adjusted()
        bound = (size if size >= 0 else -size - 1) * int(other.copy_abs()) if other.adjusted() < 30 else 10**30
        if other.adjusted() >= 30 or bound > context._Emax - context._tiny + 10:
            if (self._order(_make(0, 1, 0)) > 0) == (not other._sign):
                return _fitted(sign, 1, context._Emax + 1, context)
            return _vanished(sign, context)
        if whole:
            times = int(other.copy_abs())
            if times * _digit_count(self._int) <= 40 * digits + 2000:
                n, exponent = self._int**times, self._exp * times
                adjusted = _digit_count(n) + exponent - 1
                if (-adjusted if other._sign else adjusted + 1) < context._tiny:
                    return _vanished(sign, context)
                if not other._sign:
                    return _fitted(sign, n, exponent, context)
                return _make(sign, 1, 0)._divide(_make(0, n, exponent), context)
        m, exponent = power_rounded(self._int, self._exp, -other._int if other._sign else other._int, other._exp, digits)
        status = 0
        surplus = _digit_count(m) - digits
        if surplus > 0 and m % 10**surplus == 0:
            status = _INEXACT | _ROUNDED
            m, exponent = m // 10**surplus, exponent + surplus
        return _fitted(sign, m, exponent, context, status)

    def _power_modulo(self, other, modulo, context):
        for d in (self, other, modulo):
            if d._special == "N":
                return d._own_nan(context)
        for d in (self, other, modulo):
            if d._special == "n":
                return d._as_quiet(context)

        def integral(d):
            return not d._special and (d._exp >= 0 or d._int % 10**-d._exp == 0)

        if not (integral(self) and integral(other) and integral(modulo)) or other._sign and other or not modulo:
            return _invalid(context)
        if modulo.adjusted() >= context._prec or not other and not self:
            return _invalid(context)
        sign = self._sign if int(other) & 1 else 0
        n = pow(int(self.copy_abs()), int(other), int(modulo.copy_abs()))
        return _make(sign, n, 0)

    def __pow__(self, other, modulo=None):
        other = _operand(other)
        if other is None:
            return NotImplemented
        if modulo is not None:
            modulo = _operand(modulo)
            if modulo is None:
                return NotImplemented
        return self._power(other, modulo, getcontext())

    def __rpow__(self, other, modulo=None):
        other = _operand(other)
        return NotImplemented if other is None else other._power(self, None, getcontext())

    compare = _with_context(_compare)
    compare_signal = _with_context(_compare_signal)
    max = _with_context(_max)
    min = _with_context(_min)
    max_mag = _with_context(_max_mag)
    min_mag = _with_context(_min_mag)
    remainder_near = _with_context(_remainder_near)
    scaleb = _with_context(_scaleb)
    shift = _with_context(_shift)
    rotate = _with_context(_rotate)
    logical_and = _with_context(_logical_and)
    logical_or = _with_context(_logical_or)
    logical_xor = _with_context(_logical_xor)
    next_toward = _with_context(_next_toward)
    logical_invert = _with_context(_logical_invert, 0)
    next_plus = _with_context(_next_plus, 0)
    next_minus = _with_context(_next_minus, 0)
    normalize = _with_context(_normalize, 0)
    logb = _with_context(_logb, 0)
    sqrt = _with_context(_sqrt, 0)
    exp = _with_context(_exp_, 0)
    ln = _with_context(_ln_, 0)
    log10 = _with_context(_log10_, 0)


def _digits(n):
    """str(n), of any length."""
    if n.bit_length() < 12000:
        return str(n)
    half = _digit_count(n) // 2
    high, low = divmod(n, 10**half)
    return _digits(high) + _digits(low).zfill(half)


def _shortened(sign, n, places, rounding):
    """Without the last `places` digits, however many those are."""
    digits = _digit_count(n)
    if places > digits + 1:
        n, places = (1 if n else 0), 2
    return _round_coefficient(sign, n, places, rounding)


def _rescaled_down(d, exponent):
    return d._int * 10 ** (d._exp - exponent), exponent


def _vanished(sign, context):
    """A power that is too small for any rounding to save."""
    context._report(_UNDERFLOW | _SUBNORMAL | _INEXACT | _ROUNDED | _CLAMPED)
    return _make(sign, 0, context._tiny)


def _sticky(n, rest, exponent, ideal):
    """A quotient with one digit too many: the rest is kept in the last digit; an exact one has no needless zeros."""
    if rest:
        return (n + 1 if n % 5 == 0 else n), exponent
    while exponent < ideal and n % 10 == 0:
        n //= 10
        exponent += 1
    return n, exponent


def _aligned(a, b, precision):
    """Coefficients of one exponent, the far smaller number replaced by one that rounds the same."""
    big, small = (a, b) if a._exp > b._exp else (b, a)
    if not big._int:
        # A zero takes part with its exponent only.
        return (a._int, 0, a._exp) if big is b else (0, b._int, b._exp)
    if not small._int:
        places = min(big._exp - small._exp, max(0, precision + 2 - _digit_count(big._int)))
        n, exponent = big._int * 10**places, big._exp - places
        return (n, 0, exponent) if big is a else (0, n, exponent)
    exponent = big._exp + min(-1, _digit_count(big._int) - precision - 2)
    low, low_exponent = small._int, small._exp
    if _digit_count(low) + low_exponent - 1 < exponent:
        low, low_exponent = 1, exponent
    n = big._int * 10 ** (big._exp - low_exponent)
    return (n, low, low_exponent) if big is a else (low, n, low_exponent)


def _fitted_with(sign, n, exponent, context, rounding):
    """Functions that round half even whatever the context says."""
    saved = context._rounding
    context._rounding = rounding
    try:
        return _fitted(sign, n, exponent, context)
    finally:
        context._rounding = saved


def _from_float(f):
    if f != f or f in (_math.inf, -_math.inf):
        return _make(int(_math.copysign(1, f) < 0), 0, 0, "F" if f == f else "n")
    n, d = abs(f).as_integer_ratio()
    k = d.bit_length() - 1
    return _make(int(_math.copysign(1, f) < 0), n * 5**k, -k)


def _from_tuple(value):
    if len(value) != 3:
        raise ValueError("argument must be a sequence of length 3")
    sign, digits, exponent = value
    if not isinstance(sign, int) or sign not in (0, 1):
        raise ValueError("sign must be an integer with the value 0 or 1")
    if exponent == "F":
        return _make(sign, 0, 0, "F")
    if not isinstance(exponent, int) and exponent not in ("n", "N"):
        raise ValueError("string argument in the third position must be 'F', 'n' or 'N'" if isinstance(exponent, str) else "exponent must be an integer")
    n = 0
    for digit in digits:
        if not isinstance(digit, int) or not 0 <= digit <= 9:
            raise ValueError("coefficient must be a tuple of digits")
        n = n * 10 + digit
    return _make(sign, n, 0, exponent) if exponent in ("n", "N") else _make(sign, n, exponent)


def _create(value, context):
    """Context.create_decimal: rounded, and a NaN's payload must fit."""
    if isinstance(value, str) and (value != value.strip() or "_" in value):
        return _invalid(context, _SYNTAX)
    d = Decimal(value, context)
    if d._special in ("n", "N") and d._int and _digit_count(d._int) > context._prec - context._clamp:
        return _invalid(context, _SYNTAX)
    return d if d._special else d._fitted(context)


_bridge = _decimal_context._decimal
_bridge.type = Decimal
_bridge.operand = _required
_bridge.create = _create
_bridge.from_float = lambda f: Decimal.from_float(f)
_numbers.Number.register(Decimal)
