# Contexts: precision, traps and flags, local and shared.
from decimal import *


def attempt(f, *args, **kwargs):
    try:
        return f(*args, **kwargs)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


print(getcontext())
print(BasicContext)
print(ExtendedContext)
with localcontext() as ctx:
    ctx.prec = 5
    print(Decimal(1) / 3, Decimal("123456.789") + 0)
    ctx.rounding = ROUND_UP
    print(Decimal(1) / 3)
with localcontext(prec=3, traps=[]) as ctx:
    print(Decimal(1) / 0, Decimal(0) / 0, Decimal("junk"), Decimal("1E+999999") * 10)
    print(ctx)
    ctx.clear_flags()
    print(ctx.flags)
print(getcontext().flags[Inexact])

small = Context(prec=4, Emin=-3, Emax=3, capitals=0, clamp=1)
for text in ("12345", "0.00012345", "99999", "1E-9", "1E+3", "0E+10"):
    print(text, attempt(small.create_decimal, text), small.flags[Subnormal], small.flags[Clamped])
    small.clear_flags()
print(small.Etiny(), small.Etop(), small.copy() is small)
for signal in (Inexact, Rounded, Subnormal, Underflow, Clamped, FloatOperation):
    strict = Context(prec=3, Emin=-2, Emax=5, traps=[signal])
    print(signal.__name__, attempt(strict.create_decimal, "1.2345"), attempt(strict.create_decimal, "0.0001"), attempt(Decimal, 1.5, strict))

attempt_list = [
    lambda: Decimal(1) / 0, lambda: Decimal(0) / 0, lambda: Decimal("Inf") - Decimal("Inf"), lambda: Decimal("abc"),
    lambda: Decimal(10) ** 1000000, lambda: Decimal(-1).sqrt(), lambda: Decimal("sNaN") + 1, lambda: Decimal(1).quantize(Decimal("1E-40")),
    lambda: Decimal("1E+50") // 3, lambda: Decimal(0) ** 0, lambda: Context(prec=0), lambda: Context(rounding="up"), lambda: Context(Emin=1),
    lambda: setcontext(5), lambda: localcontext(5), lambda: Decimal(1) + None, lambda: Decimal([]), lambda: Decimal((2, (1,), 0)),
]
for f in attempt_list:
    print(attempt(f))
for kind in (InvalidOperation, DivisionByZero, Overflow, Underflow, FloatOperation):
    print([c.__name__ for c in kind.__mro__])
