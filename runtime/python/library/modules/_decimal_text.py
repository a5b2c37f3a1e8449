# SPDX-License-Identifier: MIT
"""decimal's text: parsing, str() and format()."""

from _decimal_context import digit_count, round_coefficient
from _decimal_signals import ROUND_HALF_EVEN


def _number(digits):
    """int(digits), of any length."""
    if len(digits) < 4000:
        return int(digits)
    half = len(digits) // 2
    return _number(digits[:-half]) * 10**half + _number(digits[-half:])


def _spelled(n):
    if n.bit_length() < 12000:
        return str(n)
    half = digit_count(n) // 2
    high, low = divmod(n, 10**half)
    return _spelled(high) + _spelled(low).zfill(half)


def parse(text):
    """(sign, coefficient, exponent, special), or None if it is not a number."""
    s = text.strip().replace("_", "")
    sign = 0
    if s[:1] in ("+", "-"):
        sign = int(s[0] == "-")
        s = s[1:]
    mantissa, exponent = s, 0
    for mark in ("e", "E"):
        if mark in s:
            mantissa, _, power = s.partition(mark)
            digits = power[1:] if power[:1] in ("+", "-") else power
            if not digits.isdecimal():
                break
            exponent = _number(power)
            break
    else:
        digits = "0"
    whole, point, fraction = mantissa.partition(".")
    number = whole + fraction
    if number.isdecimal() and digits.isdecimal():
        return sign, _number(number), exponent - len(fraction), ""
    lower = s.lower()
    if lower in ("inf", "infinity"):
        return sign, 0, 0, "F"
    for name, special in (("nan", "n"), ("snan", "N")):
        if lower.startswith(name):
            payload = s[len(name) :]
            if not payload or payload.isdecimal():
                return sign, _number(payload or "0"), 0, special
    return None


def text_of(d, capitals, engineering=False):
    sign = "-" if d._sign else ""
    if d._special:
        if d._special == "F":
            return sign + "Infinity"
        return sign + ("NaN" if d._special == "n" else "sNaN") + (_spelled(d._int) if d._int else "")
    digits, exponent = _spelled(d._int), d._exp
    left = exponent + len(digits)
    if exponent <= 0 and left > -6:
        place = left
    elif not engineering:
        place = 1
    elif not d._int:
        place = (left + 1) % 3 - 1
    else:
        place = (left - 1) % 3 + 1
    if place <= 0:
        whole, fraction = "0", "." + "0" * -place + digits
    elif place >= len(digits):
        whole, fraction = digits + "0" * (place - len(digits)), ""
    else:
        whole, fraction = digits[:place], "." + digits[place:]
    power = "" if left == place else f"{'E' if capitals else 'e'}{left - place:+d}"
    return sign + whole + fraction + power


class _Spec:
    """A format specification taken apart."""

    def __init__(self, text):
        self.fill, self.align, self.sign, self.precision, self.type = " ", ">", "-", None, ""
        self.zero_padded = self.no_negative_zero = False
        rest = text
        if len(rest) > 1 and rest[1] in "<>=^":
            self.fill, self.align, rest = rest[0], rest[1], rest[2:]
        elif rest[:1] and rest[0] in "<>=^":
            self.align, rest = rest[0], rest[1:]
        aligned = rest is not text and rest != text
        if rest[:1] and rest[0] in "+- ":
            self.sign, rest = rest[0], rest[1:]
        if rest[:1] == "z":
            self.no_negative_zero, rest = True, rest[1:]
        self.keep_point = rest[:1] == "#"
        if self.keep_point:
            rest = rest[1:]
        if rest[:1] == "0" and not aligned:
            self.fill, self.align, self.zero_padded, rest = "0", "=", True, rest[1:]
        if rest[:1] == "0":
            raise ValueError("invalid format string")
        width = ""
        while rest[:1].isdigit():
            width, rest = width + rest[0], rest[1:]
        self.width = int(width or "0")
        self.separator = ""
        if rest[:1] == "," or rest[:1] == "_" :
            self.separator, rest = rest[0], rest[1:]
        if rest[:1] == ".":
            digits, rest = "", rest[1:]
            while rest[:1].isdigit():
                digits, rest = digits + rest[0], rest[1:]
            if not digits:
                raise ValueError("invalid format string")
            self.precision = int(digits)
        if rest[:1] and rest[0] in "eEfFgGn%":
            self.type, rest = rest[0], rest[1:]
        if rest or self.separator == "_" or (self.separator and self.type == "n"):
            raise ValueError("invalid format string")


def _with_separators(digits, separator, least):
    """Groups of three; with zeros in front so that there are at least `least` characters."""
    if not separator:
        return digits.rjust(least, "0")
    groups = []
    while True:
        part = digits[-3:]
        digits = digits[:-3]
        if not digits:
            left = least - sum(len(g) + 1 for g in groups)
            if len(part) < min(3, left):
                part = part.rjust(min(3, left), "0")
        groups.append(part)
        if not digits:
            if sum(len(g) + 1 for g in groups) - 1 >= least:
                break
            digits = "0"
    return separator.join(reversed(groups))


def _assemble(sign, body, spec):
    sign = "-" if sign else "" if spec.sign == "-" else spec.sign
    padding = spec.fill * (spec.width - len(sign) - len(body))
    if spec.align == "<":
        return sign + body + padding
    if spec.align == ">":
        return padding + sign + body
    if spec.align == "=":
        return sign + padding + body
    half = len(padding) // 2
    return padding[:half] + sign + body + padding[half:]


def format_decimal(d, text, context):
    if not text:
        return text_of(d, context._capitals)
    spec = _Spec(text)
    if d._special:
        if spec.zero_padded:
            spec.fill, spec.align = " ", ">"
        name = text_of(d, context._capitals).lstrip("-")
        return _assemble(d._sign, name + ("%" if spec.type == "%" else ""), spec)
    kind = spec.type or ("g" if context._capitals == 0 else "G")
    if kind == "n":
        kind = "g"
    sign, n, exponent = d._sign, d._int, d._exp
    if kind == "%":
        exponent += 2
    # Round to what was asked for.
    if spec.precision is not None:
        if kind in "eE":
            drop = digit_count(n) - (spec.precision + 1)
        elif kind in "fF%":
            drop = -spec.precision - exponent
        else:
            drop = digit_count(n) - max(spec.precision, 1)
        if drop > 0 and (n or kind in "fF%"):
            if drop > digit_count(n) + 1:
                n, places = int(n != 0), 2
            else:
                places = drop
            before = digit_count(n)
            n, _ = round_coefficient(sign, n, places, context._rounding)
            exponent += drop
            if kind not in "fF%" and digit_count(n) > before - places and before > places:
                n //= 10
                exponent += 1
        elif drop < 0 and kind in "fF%" or (drop < 0 and kind in "eE"):
            if n or kind in "fF%":
                n *= 10**-drop
                exponent += drop
    if spec.no_negative_zero and not n:
        sign = 0
    if not n and exponent > 0 and kind in "fF%":
        exponent = 0
    digits = _spelled(n)
    left = exponent + len(digits)
    if kind in "eE":
        if not n and spec.precision is not None:
            place = 1 - spec.precision
        else:
            place = 1
    elif kind in "fF%":
        place = left
    elif exponent <= 0 and left > -6:
        place = left
    else:
        place = 1
    if kind in "eE" and not n and spec.precision is not None:
        whole, fraction = "0", "0" * spec.precision
        power = left - place
    elif place < 0:
        whole, fraction, power = "0", "0" * -place + digits, left - place
    elif place > len(digits):
        whole, fraction, power = digits + "0" * (place - len(digits)), "", left - place
    else:
        whole, fraction, power = digits[:place] or "0", digits[place:], left - place
    tail = "." + fraction if fraction or spec.keep_point else ""
    if power or kind in "eE":
        letter = "e" if kind in "eg" else "E"
        tail += f"{letter}{power:+d}"
    if kind == "%":
        tail += "%"
    least = 0
    if spec.zero_padded:
        sign_width = 1 if sign or spec.sign in "+ " else 0
        least = spec.width - sign_width - len(tail)
    body = _with_separators(whole, spec.separator, least) + tail
    return _assemble(sign, body, spec)
