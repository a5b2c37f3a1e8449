# SPDX-License-Identifier: MIT
"""decimal's signals: what can be reported about a result, as exception classes and as bits of a status."""


class DecimalException(ArithmeticError):
    __module__ = "decimal"


class Clamped(DecimalException):
    __module__ = "decimal"


class InvalidOperation(DecimalException):
    __module__ = "decimal"


class ConversionSyntax(InvalidOperation):
    __module__ = "decimal"


class DivisionByZero(DecimalException, ZeroDivisionError):
    __module__ = "decimal"


class DivisionImpossible(InvalidOperation):
    __module__ = "decimal"


class DivisionUndefined(InvalidOperation, ZeroDivisionError):
    __module__ = "decimal"


class Inexact(DecimalException):
    __module__ = "decimal"


class InvalidContext(InvalidOperation):
    __module__ = "decimal"


class Rounded(DecimalException):
    __module__ = "decimal"


class Subnormal(DecimalException):
    __module__ = "decimal"


class Overflow(Inexact, Rounded):
    __module__ = "decimal"


class Underflow(Inexact, Rounded, Subnormal):
    __module__ = "decimal"


class FloatOperation(DecimalException, TypeError):
    __module__ = "decimal"


INVALID, FLOAT, ZERO_DIVISION, OVERFLOW, UNDERFLOW, SUBNORMAL, INEXACT, ROUNDED, CLAMPED = (1 << i for i in range(9))
# What kind of invalid operation it was; each counts as INVALID.
SYNTAX, IMPOSSIBLE, UNDEFINED, BAD_CONTEXT = (1 << i for i in range(9, 13))
ANY_INVALID = INVALID | SYNTAX | IMPOSSIBLE | UNDEFINED | BAD_CONTEXT

#: The bits of each; in the order in which a trap is looked for.
SIGNALS = {
    InvalidOperation: ANY_INVALID,
    FloatOperation: FLOAT,
    DivisionByZero: ZERO_DIVISION,
    Overflow: OVERFLOW,
    Underflow: UNDERFLOW,
    Subnormal: SUBNORMAL,
    Inexact: INEXACT,
    Rounded: ROUNDED,
    Clamped: CLAMPED,
}
_CONDITIONS = {
    InvalidOperation: INVALID,
    ConversionSyntax: SYNTAX,
    DivisionImpossible: IMPOSSIBLE,
    DivisionUndefined: UNDEFINED,
    InvalidContext: BAD_CONTEXT,
}

ROUND_UP = "ROUND_UP"
ROUND_DOWN = "ROUND_DOWN"
ROUND_CEILING = "ROUND_CEILING"
ROUND_FLOOR = "ROUND_FLOOR"
ROUND_HALF_UP = "ROUND_HALF_UP"
ROUND_HALF_DOWN = "ROUND_HALF_DOWN"
ROUND_HALF_EVEN = "ROUND_HALF_EVEN"
ROUND_05UP = "ROUND_05UP"
ROUNDINGS = (ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP)


def raise_trapped(status, traps):
    """Raises the exception of the first signal that is both in `status` and trapped; its argument names all of them."""
    trapped = status & traps
    kinds = [kind for kind, bit in _CONDITIONS.items() if trapped & bit]
    kinds += [kind for kind, bit in SIGNALS.items() if trapped & bit and kind is not InvalidOperation]
    raise next(kind for kind, bit in SIGNALS.items() if trapped & bit)(kinds)
