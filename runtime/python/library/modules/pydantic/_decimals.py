# SPDX-License-Identifier: MIT
"""Validators of decimal.Decimal and complex."""

from decimal import Decimal, InvalidOperation

from ._core import LAX, STRICT, Plan, invalid


def validate_decimal(value, run):
    if isinstance(value, Decimal):
        number = value
    elif (
        isinstance(value, (str, int, float))
        and not isinstance(value, bool)
        and (not run.strict or run.mode != "python")
    ):
        run.fit = min(run.fit, STRICT) if run.mode == "json" else LAX
        try:
            number = Decimal(value.strip() if isinstance(value, str) else str(value))
        except InvalidOperation:
            raise invalid("decimal_parsing", value) from None
    else:
        raise invalid("decimal_type" if not run.strict else "is_instance_of", value, **({"class": "Decimal"} if run.strict else {}))
    if not number.is_finite():
        raise invalid("finite_number", value)
    return number


def digits_check(most, places):
    def check(number, value):
        _, digits, exponent = number.normalize().as_tuple()
        after = max(-exponent, 0)
        total = max(len(digits) + max(exponent, 0), after)
        if most is not None and total > most:
            raise invalid("decimal_max_digits", value, max_digits=most)
        if places is not None and after > places:
            raise invalid("decimal_max_places", value, decimal_places=places)
        if most is not None and places is not None and total - after > most - places:
            raise invalid("decimal_whole_digits", value, whole_digits=most - places)

    return check


PLANS = {Decimal: Plan(validate_decimal, "decimal", "decimal", exact=(Decimal,))}
