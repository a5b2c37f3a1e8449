# SPDX-License-Identifier: MIT
"""The names that CPython has in json.decoder."""
from json import JSONDecodeError, JSONDecoder

__all__ = ["JSONDecodeError", "JSONDecoder"]

NaN, PosInf, NegInf = float("nan"), float("inf"), float("-inf")


def scanstring(s, end, strict=True):
    """The string whose opening quote is before `end`, and where it is over."""
    return JSONDecoder(strict=strict).raw_decode(s, end - 1)


py_scanstring = scanstring
c_scanstring = None
