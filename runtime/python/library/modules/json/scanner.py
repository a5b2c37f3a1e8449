# SPDX-License-Identifier: MIT
"""The names that CPython has in json.scanner."""

__all__ = ["make_scanner"]


def make_scanner(context):
    """A function from text and place to a value and where it is over; StopIteration where there is none."""

    def scan_once(string, idx):
        from json import JSONDecodeError

        try:
            return context.raw_decode(string, idx)
        except JSONDecodeError as error:
            if error.pos == idx and error.msg == "Expecting value":
                raise StopIteration(idx) from None
            raise

    return scan_once


py_make_scanner, c_make_scanner = make_scanner, None
