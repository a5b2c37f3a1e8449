# SPDX-License-Identifier: MIT
"""decimal's exp, ln, log10 and power on integers: numbers in fixed point, with as many digits as it takes to round right."""

import math
from _decimal_context import digit_count


def _inverse_atanh(q, unit):
    """unit * atanh(1 / q)"""
    term = unit // q
    total, square, k = term, q * q, 1
    while term:
        term //= square
        k += 2
        total += term // k
    return total


_ln10_digits = 0
_ln10 = 0


def ln10(places):
    """floor(10**places * ln 10), give or take 1."""
    global _ln10_digits, _ln10
    if places + 10 > _ln10_digits:
        _ln10_digits = max(places + 10, 60)
        unit = 10**_ln10_digits
        _ln10 = 46 * _inverse_atanh(31, unit) + 34 * _inverse_atanh(49, unit) + 20 * _inverse_atanh(161, unit)
    return _ln10 // 10 ** (_ln10_digits - places)


def _exp_fixed(x, places):
    """10**places * exp(x / 10**places) for a small x, by halving, the series and squaring."""
    halvings = 2 + math.isqrt(places)
    guard = halvings + 8
    unit = 10 ** (places + guard)
    x = x * 10**guard >> halvings
    total = term = unit
    k = 1
    while term:
        term = term * x // (unit * k)
        total += term
        k += 1
        if term == -1:
            break
    for _ in range(halvings):
        total = total * total // unit
    return total // 10**guard


def _scaled(n, shift):
    """floor(n * 10**shift)"""
    return n * 10**shift if shift >= 0 else n // 10**-shift


def _exp(n, exponent, places):
    """exp(n * 10**exponent) as (m, e) with about `places` digits, the last few uncertain."""
    extra = max(0, digit_count(abs(n)) + exponent) + 3
    log = ln10(places + extra)
    x = _scaled(n, exponent + places + extra)
    k, rest = divmod(x, log)
    return _exp_fixed(rest // 10**extra, places), k - places


def _ln(n, exponent, places):
    """floor(10**places * ln(n * 10**exponent)), the last few digits uncertain."""
    size = digit_count(n)
    work = places + 8
    x = _scaled(n, work - size + 1)  # in [1, 10)
    y = int(math.log(x / 10**work) * 10**17) if work < 300 else int(math.log(int(str(x)[:17])) * 10**17) - int(16 * math.log(10) * 10**17)
    y = _scaled(y, work - 17)
    known = 14
    while known < work + 2:
        # Halley's step triples the number of right digits.
        known *= 3
        e = _exp_fixed(y, work)
        y += 2 * 10**work * (x - e) // (x + e)
    y += (size - 1 + exponent) * ln10(work + 8) // 10**8
    return y // 10**8


def rounded_apart(compute, digits):
    """(m, e) of compute(places) -> (m, e) with so many digits that rounding to `digits` is certain. The value must not be
    exact; if it seems to be, it is taken as exact."""
    extra = 6
    while True:
        m, e = compute(digits + extra)
        surplus = digit_count(abs(m)) - digits - 1
        if surplus > 2:
            unit = 10**surplus
            rest = abs(m) % unit
            if 100 < rest < unit - 100 or extra > 3 * digits + 60:
                if not 100 < rest < unit - 100:
                    m = (abs(m) + 200) // unit * unit * (1 if m >= 0 else -1)
                return m, e
        extra += 12 + digits // 2


def exp_rounded(n, exponent, digits):
    return rounded_apart(lambda places: _exp(n, exponent, places), digits)


def ln_rounded(n, exponent, digits):
    size = digit_count(n) + exponent
    # Near 1 the logarithm is small: its leading zeros do not count.
    near = 0
    if size in (0, 1):
        one = _scaled(1, -exponent) if exponent <= 0 else 1
        difference = abs(n - one) if exponent <= 0 else 0
        near = max(0, digit_count(one) - digit_count(difference)) if difference else 0
    return rounded_apart(lambda places: (_ln(n, exponent, places + near), -(places + near)), digits)


def log10_rounded(n, exponent, digits):
    def compute(places):
        size = places + 10
        near = max(0, -exponent + 2) if digit_count(n) + exponent in (0, 1) else 0
        top = _ln(n, exponent, size + near)
        return top * 10**size // ln10(size), -(size + near)

    return rounded_apart(compute, digits)


def power_rounded(n, exponent, m, other, digits):
    """(n * 10**exponent) ** (m * 10**other)"""

    def compute(places):
        extra = max(0, digit_count(abs(m)) + other) + 10
        size = places + extra + digit_count(abs(digit_count(n) + exponent) + 1)
        near = max(0, -exponent + 2) if digit_count(n) + exponent in (0, 1) else 0
        log = _ln(n, exponent, size + near)
        return _exp(log * m, other - size - near, places)

    return rounded_apart(compute, digits)
