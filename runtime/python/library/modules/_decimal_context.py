# SPDX-License-Identifier: MIT
"""decimal's contexts: precision, rounding, limits, and what happens when something is to be reported."""

import contextvars
from _decimal_signals import (
    BAD_CONTEXT,
    CLAMPED,
    FLOAT,
    IMPOSSIBLE,
    INEXACT,
    INVALID,
    OVERFLOW,
    ROUND_05UP,
    ROUND_CEILING,
    ROUND_DOWN,
    ROUND_FLOOR,
    ROUND_HALF_DOWN,
    ROUND_HALF_EVEN,
    ROUND_HALF_UP,
    ROUND_UP,
    ROUNDED,
    ROUNDINGS,
    SIGNALS,
    SUBNORMAL,
    SYNTAX,
    UNDEFINED,
    UNDERFLOW,
    ZERO_DIVISION,
    Clamped,
    DivisionByZero,
    FloatOperation,
    Inexact,
    InvalidOperation,
    Overflow,
    Rounded,
    Subnormal,
    Underflow,
    raise_trapped,
)

MAX_PREC = MAX_EMAX = 999999999999999999
MIN_EMIN = -MAX_EMAX
MIN_ETINY = MIN_EMIN - MAX_PREC + 1

_BAD_ROUNDING = """valid values for rounding are:
  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,
   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,
   ROUND_05UP]"""

_BAD_SIGNAL = """valid values for signals are:
  [InvalidOperation, FloatOperation, DivisionByZero,
   Overflow, Underflow, Subnormal, Inexact, Rounded,
   Clamped]"""


def digit_count(n):
    """How many decimal digits the non-negative int `n` has; 0 has one."""
    bits = n.bit_length()
    if bits < 12000:
        return len(str(n))
    count = int((bits - 1) * 0.30102999566398119521) + 1
    return count + (n >= 10**count)


def round_coefficient(sign, n, places, rounding):
    """`n` without its last `places` digits, and whether those were not all zero."""
    unit = 10**places
    n, rest = divmod(n, unit)
    if not rest:
        return n, False
    if rounding == ROUND_HALF_EVEN:
        up = rest * 2 > unit or (rest * 2 == unit and n & 1)
    elif rounding == ROUND_HALF_UP:
        up = rest * 2 >= unit
    elif rounding == ROUND_HALF_DOWN:
        up = rest * 2 > unit
    elif rounding == ROUND_DOWN:
        up = False
    elif rounding == ROUND_UP:
        up = True
    elif rounding == ROUND_CEILING:
        up = not sign
    elif rounding == ROUND_FLOOR:
        up = sign
    else:
        up = n % 5 == 0
    return n + bool(up), True


class SignalDict:
    """Which signals are set: a mapping from the classes to bools, on the bits of a context."""

    __slots__ = ("_context", "_field")
    __module__ = "decimal"

    def __init__(self, context, field):
        self._context = context
        self._field = field

    def _bit(self, signal):
        try:
            return SIGNALS[signal]
        except (KeyError, TypeError):
            raise KeyError(_BAD_SIGNAL) from None

    def __getitem__(self, signal):
        return bool(getattr(self._context, self._field) & self._bit(signal))

    def __setitem__(self, signal, value):
        bit = self._bit(signal)
        bits = getattr(self._context, self._field)
        setattr(self._context, self._field, bits | bit if value else bits & ~bit)

    def __delitem__(self, signal):
        raise ValueError("signal keys cannot be deleted")

    def __iter__(self):
        return iter(SIGNALS)

    def __len__(self):
        return len(SIGNALS)

    def __contains__(self, signal):
        return signal in SIGNALS

    def keys(self):
        return SIGNALS.keys()

    def values(self):
        return [self[signal] for signal in SIGNALS]

    def items(self):
        return [(signal, self[signal]) for signal in SIGNALS]

    def get(self, signal, default=None):
        return self[signal] if signal in SIGNALS else default

    def copy(self):
        return dict(self.items())

    def clear(self):
        setattr(self._context, self._field, 0)

    def update(self, *others, **named):
        for signal, value in dict(*others, **named).items():
            self[signal] = value

    def __eq__(self, other):
        if isinstance(other, SignalDict):
            return self.copy() == other.copy()
        if isinstance(other, dict):
            return self.copy() == other
        return NotImplemented

    __hash__ = None

    def __repr__(self):
        return "{" + ", ".join(f"{signal!r}:{value!r}" for signal, value in self.items()) + "}"


def _signal_bits(value, name):
    """Bits of a list of signals, or of a mapping of all of them."""
    if isinstance(value, (dict, SignalDict)):
        if set(value.keys()) != set(SIGNALS):
            raise KeyError("invalid signal dict")
        return sum(bit for signal, bit in SIGNALS.items() if value[signal])
    if isinstance(value, list):
        bits = 0
        for signal in value:
            if signal not in SIGNALS:
                raise KeyError(_BAD_SIGNAL)
            bits |= SIGNALS[signal]
        return bits
    raise TypeError(f"{name} must be a list or a signal dict")


def _limited(name, low, high, message):
    slot = "_" + name

    def get(self):
        return getattr(self, slot)

    def set_(self, value):
        if not isinstance(value, int):
            raise TypeError("an integer is required")
        if not low <= value <= high:
            raise ValueError(message)
        setattr(self, slot, int(value))
        self._prepare()

    def delete(self):
        raise AttributeError("context attributes cannot be deleted")

    return property(get, set_, delete)


#: The order of a context's repr; InvalidOperation is where the first kind of it is.
_SHOWN = (
    (CLAMPED, Clamped),
    (SYNTAX, InvalidOperation),
    (ZERO_DIVISION, DivisionByZero),
    (IMPOSSIBLE | UNDEFINED, InvalidOperation),
    (INEXACT, Inexact),
    (BAD_CONTEXT | INVALID, InvalidOperation),
    (FLOAT, FloatOperation),
    (OVERFLOW, Overflow),
    (ROUNDED, Rounded),
    (SUBNORMAL, Subnormal),
    (UNDERFLOW, Underflow),
)


class Context:
    __module__ = "decimal"

    def __init__(self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None):
        base = DefaultContext
        self._prec = 28 if base is None else base._prec
        self._rounding = ROUND_HALF_EVEN if base is None else base._rounding
        self._Emin = -999999 if base is None else base._Emin
        self._Emax = 999999 if base is None else base._Emax
        self._capitals = 1 if base is None else base._capitals
        self._clamp = 0 if base is None else base._clamp
        self._flags = 0
        self._traps = 0 if base is None else base._traps
        self._prepare()
        if prec is not None:
            self.prec = prec
        if rounding is not None:
            self.rounding = rounding
        if Emin is not None:
            self.Emin = Emin
        if Emax is not None:
            self.Emax = Emax
        if capitals is not None:
            self.capitals = capitals
        if clamp is not None:
            self.clamp = clamp
        if flags is not None:
            self._flags = _signal_bits(flags, "flags")
        if traps is not None:
            self._traps = _signal_bits(traps, "traps")

    def _prepare(self):
        """Works out what every result is compared with."""
        self._limit = None if self._prec > 4096 else 10**self._prec  # a coefficient below it fits
        self._tiny = self._Emin - self._prec + 1
        self._top = self._Emax - self._prec + 1

    prec = _limited("prec", 1, MAX_PREC, "valid range for prec is [1, MAX_PREC]")
    Emin = _limited("Emin", MIN_EMIN, 0, "valid range for Emin is [MIN_EMIN, 0]")
    Emax = _limited("Emax", 0, MAX_EMAX, "valid range for Emax is [0, MAX_EMAX]")
    capitals = _limited("capitals", 0, 1, "valid values for capitals are 0 or 1")
    clamp = _limited("clamp", 0, 1, "valid values for clamp are 0 or 1")

    @property
    def rounding(self):
        return self._rounding

    @rounding.setter
    def rounding(self, value):
        if not isinstance(value, str) or value not in ROUNDINGS:
            raise TypeError(_BAD_ROUNDING)
        self._rounding = value

    @property
    def flags(self):
        return SignalDict(self, "_flags")

    @flags.setter
    def flags(self, value):
        self._flags = _signal_bits(value, "flags")

    @property
    def traps(self):
        return SignalDict(self, "_traps")

    @traps.setter
    def traps(self, value):
        self._traps = _signal_bits(value, "traps")

    def Etiny(self):
        return self._tiny

    def Etop(self):
        return self._top

    def radix(self):
        return _decimal(10)

    def clear_flags(self):
        self._flags = 0

    def clear_traps(self):
        self._traps = 0

    def copy(self):
        other = Context.__new__(Context)
        other.__dict__.update(self.__dict__)
        return other

    __copy__ = copy

    def __reduce__(self):
        flags = [signal for signal, bit in SIGNALS.items() if self._flags & bit]
        traps = [signal for signal, bit in SIGNALS.items() if self._traps & bit]
        return Context, (self._prec, self._rounding, self._Emin, self._Emax, self._capitals, self._clamp, flags, traps)

    def __repr__(self):
        def names(bits):
            return "[" + ", ".join(dict.fromkeys(signal.__name__ for bit, signal in _SHOWN if bits & bit)) + "]"

        return (
            f"Context(prec={self._prec}, rounding={self._rounding}, Emin={self._Emin}, Emax={self._Emax}, "
            f"capitals={self._capitals}, clamp={self._clamp}, flags={names(self._flags)}, traps={names(self._traps)})"
        )

    def _report(self, status):
        """Sets the flags; raises if one of them is trapped."""
        self._flags |= status
        if status & self._traps:
            raise_trapped(status, self._traps)

    def _fit(self, sign, n, exponent):
        """The finite number as this context can hold it: (n, exponent, status); exponent None means infinity."""
        limit = self._limit
        if n and limit is not None and n < limit and self._Emin <= exponent <= self._top:
            return n, exponent, 0
        if not n:
            low, high = self._tiny, self._top if self._clamp else self._Emax
            fitted = min(max(exponent, low), high)
            return 0, fitted, CLAMPED if fitted != exponent else 0
        digits = digit_count(n)
        least = digits + exponent - self._prec
        if least > self._top:
            return self._too_large(sign)
        subnormal = SUBNORMAL if digits + exponent - 1 < self._Emin else 0
        if least < self._tiny:
            least = self._tiny
        if exponent < least:
            if least - exponent > digits + 1:  # all of it goes
                n, exponent = 1, least - 2
            n, inexact = round_coefficient(sign, n, least - exponent, self._rounding)
            exponent = least
            if digit_count(n) > self._prec:
                n //= 10
                exponent += 1
                if exponent > self._top:
                    return self._too_large(sign)
            status = ROUNDED | subnormal
            if inexact:
                status |= INEXACT | (UNDERFLOW if subnormal else 0)
            if not n:
                status |= CLAMPED
            return n, exponent, status
        if self._clamp and exponent > self._top:
            return n * 10 ** (exponent - self._top), self._top, subnormal | CLAMPED
        return n, exponent, subnormal

    def _too_large(self, sign):
        status = OVERFLOW | INEXACT | ROUNDED
        toward_zero = ROUND_FLOOR if sign == 0 else ROUND_CEILING
        if self._rounding in (ROUND_DOWN, ROUND_05UP, toward_zero):
            return 10**self._prec - 1, self._top, status
        return 0, None, status


def _delegate(name, operands, swapped=False):
    """A method of Context that is one of Decimal's."""

    def convert(v):
        return _decimal.operand(v)

    if operands == 1:

        def method(self, a, /):
            return getattr(convert(a), name)(context=self)
    elif operands == 2:

        def method(self, a, b, /):
            return getattr(convert(a), name)(convert(b), context=self)
    else:

        def method(self, a, b, c, /):
            return getattr(convert(a), name)(convert(b), convert(c), context=self)

    return method


def _predicate(name):
    def method(self, a, /):
        return getattr(_decimal.operand(a), name)()

    return method


def _add_methods():
    for name in (
        "exp ln log10 logb logical_invert next_minus next_plus normalize sqrt to_eng_string "
        "to_integral_exact to_integral_value number_class is_normal is_subnormal"
    ).split():
        setattr(Context, name, _delegate(name, 1))
    for name in (
        "compare compare_signal compare_total compare_total_mag logical_and logical_or logical_xor max max_mag min min_mag "
        "next_toward quantize remainder_near rotate same_quantum scaleb shift"
    ).split():
        setattr(Context, name, _delegate(name, 2))
    Context.fma = _delegate("fma", 3)
    Context.to_integral = Context.to_integral_value
    for name in "is_canonical is_finite is_infinite is_nan is_qnan is_signed is_snan is_zero copy_abs copy_negate canonical".split():
        setattr(Context, name, _predicate(name))
    for name, method in {
        "add": "_add", "subtract": "_subtract", "multiply": "_multiply", "divide": "_divide", "divide_int": "_floor_divide",
        "remainder": "_remainder", "divmod": "_divmod",
    }.items():
        setattr(Context, name, _delegate(method, 2))
    for name, method in {"abs": "_absolute", "minus": "_minus", "plus": "_plus"}.items():
        setattr(Context, name, _delegate(method, 1))
    for name, method in list(vars(Context).items()):
        if callable(method) and getattr(method, "__name__", "") == "method":
            method.__name__ = name
            method.__qualname__ = f"Context.{name}"

    def power(self, /, a, b, modulo=None):
        a, b = _decimal.operand(a), _decimal.operand(b)
        return a._power(b, None if modulo is None else _decimal.operand(modulo), self)

    def copy_decimal(self, a, /):
        return _decimal.operand(a)

    def copy_sign(self, a, b, /):
        return _decimal.operand(a).copy_sign(_decimal.operand(b))

    def to_sci_string(self, a, /):
        return _decimal.operand(a)._text(self._capitals)

    def create_decimal(self, num="0", /):
        return _decimal.create(num, self)

    def create_decimal_from_float(self, f, /):
        return _decimal.from_float(f)._fitted(self)

    for function in (power, copy_decimal, copy_sign, to_sci_string, create_decimal, create_decimal_from_float):
        setattr(Context, function.__name__, function)


class _Bridge:
    """Decimal, once its module has said what it is; contexts make numbers but do not know them."""

    def __call__(self, value):
        return self.type(value)


_decimal = _Bridge()
_add_methods()

DefaultContext = None
DefaultContext = Context(traps=[DivisionByZero, Overflow, InvalidOperation])
BasicContext = Context(
    prec=9, rounding=ROUND_HALF_UP, traps=[InvalidOperation, DivisionByZero, Overflow, Underflow, Clamped]
)
ExtendedContext = Context(prec=9, traps=[])
_variable = contextvars.ContextVar("decimal_context")


def getcontext():
    try:
        return _variable.get()
    except LookupError:
        context = DefaultContext.copy()
        context._flags = 0
        _variable.set(context)
        return context


def setcontext(context, /):
    if not isinstance(context, Context):
        raise TypeError("argument must be a context")
    if context in (DefaultContext, BasicContext, ExtendedContext):
        context = context.copy()
        context._flags = 0
    _variable.set(context)


class _ContextManager:
    def __init__(self, context):
        self._new = context

    def __enter__(self):
        self._saved = getcontext()
        setcontext(self._new)
        return self._new

    def __exit__(self, *exc_info):
        setcontext(self._saved)


def localcontext(ctx=None, **kwargs):
    if ctx is None:
        ctx = getcontext()
    elif not isinstance(ctx, Context):
        raise TypeError("optional argument must be a context")
    ctx = ctx.copy()
    for name, value in kwargs.items():
        if name not in ("prec", "rounding", "Emin", "Emax", "capitals", "clamp", "flags", "traps"):
            raise TypeError(f"this function got an unexpected keyword argument '{name}'")
        setattr(ctx, name, value)
    return _ContextManager(ctx)
