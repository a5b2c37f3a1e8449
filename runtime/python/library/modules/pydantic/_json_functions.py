# SPDX-License-Identifier: MIT
"""JSON text in and out, with the error texts of pydantic's own parser."""

import json

from ._core import Line
from ._dump import Dump
from ._validation_error import ValidationError


def parsed(data, title):
    if not isinstance(data, (str, bytes, bytearray)):
        raise ValidationError.of(title, [Line("json_type", data)], "json")
    text = data if isinstance(data, str) else bytes(data).decode("utf-8", "replace")
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        reason = _reason(text, error)
    except RecursionError:
        reason = "recursion limit exceeded at line 1 column 200"
    raise ValidationError.of(title, [Line("json_invalid", data, {"error": reason})], "json")


def _reason(text, error):
    """What is wrong, as the parser of pydantic says it, from where Python's stopped."""
    at, said = error.pos, error.msg
    end = len(text.rstrip())
    before = text[:at].rstrip()
    here = text[at:].lstrip()[:1]
    if said.startswith("Extra data"):
        what = "trailing characters"
        if before[-1:] == "0" and here.isdigit():
            return _placed(text, "invalid number", at + 1)
        return _placed(text, what, at + 1)
    if said.startswith("Unterminated string"):
        return _placed(text, "EOF while parsing a string", len(text))
    if at >= end or said.startswith("Expecting value") and here and "true false null".find(text[at:].rstrip()) in (0, 5, 11):
        what = "a list" if _open(text) == "[" and before[-1:] not in ",[:" else "an object" if _open(text) == "{" and before[-1:] != ":" else "a value"
        if _open(text) == "[" and before[-1:] == "[":
            what = "a list"
        return _placed(text, f"EOF while parsing {what}", end)
    start = at + len(text[at:]) - len(text[at:].lstrip()) + 1
    if said.startswith("Illegal trailing comma"):
        after = text[at + 1 :]
        return _placed(text, "trailing comma", at + 1 + len(after) - len(after.lstrip()) + 1)
    if said.startswith("Expecting property name"):
        return _placed(text, "key must be a string", start)
    if said.startswith("Expecting ':'"):
        return _placed(text, "expected `:`", start)
    if said.startswith("Expecting ','"):
        return _placed(text, f"expected `,` or `{']' if _open(text[:at]) == '[' else '}'}`", start)
    if said.startswith("Invalid control character"):
        return _placed(text, "control character (\\u0000-\\u001F) found while parsing a string", at + 1)
    if said.startswith("Invalid \\escape"):
        return _placed(text, "invalid escape", at + 2)
    if text[start - 1 :].rstrip() == "-":
        return _placed(text, "EOF while parsing a value", end)
    if here == "-":
        return _placed(text, "invalid number", start + 1)
    word = text[start - 1 :]
    if here in "tfn" and here:
        expected = {"t": "true", "f": "false", "n": "null"}[here]
        wrong = next((index for index, letter in enumerate(expected) if word[index : index + 1] != letter), 0)
        return _placed(text, "expected ident", start + wrong)
    return _placed(text, "expected value", start)


def _placed(text, what, column):
    line = text.count("\n", 0, column - 1) + 1 if column else 1
    column -= text.rfind("\n", 0, max(column - 1, 0)) + 1
    return f"{what} at line {line} column {column}"


def _open(text):
    """The innermost bracket that is open at the end of `text`."""
    stack, quoted, skip = [], False, False
    for letter in text:
        if skip:
            skip = False
        elif quoted:
            skip = letter == "\\"
            quoted = letter != '"'
        elif letter == '"':
            quoted = True
        elif letter in "[{":
            stack.append(letter)
        elif letter in "]}" and stack:
            stack.pop()
    return stack[-1] if stack else ""


def json_text(value, indent=None):
    separators = (",", ":") if indent is None else (",", ": ")
    text = json.dumps(_finite(value), ensure_ascii=False, separators=separators, indent=indent)
    return text


def _finite(value):
    """Infinities and not-a-number become null."""
    if type(value) is float:
        return value if value - value == 0 else None
    if type(value) is dict:
        return {name: _finite(each) for name, each in value.items()}
    if type(value) is list:
        return [_finite(each) for each in value]
    return value


def to_jsonable_python(value, *, include=None, exclude=None, by_alias=True, exclude_none=False, fallback=None, context=None, **options):
    return Dump("json", by_alias, exclude_none=exclude_none, context=context).with_plan(None, value, include, exclude)


def to_json(value, *, indent=None, include=None, exclude=None, by_alias=True, exclude_none=False, **options):
    return json_text(to_jsonable_python(value, include=include, exclude=exclude, by_alias=by_alias, exclude_none=exclude_none), indent).encode()


def from_json(data, *, allow_inf_nan=True, **options):
    try:
        return json.loads(data)
    except json.JSONDecodeError as error:
        text = data if isinstance(data, str) else bytes(data).decode("utf-8", "replace")
        raise ValueError(_reason(text, error)) from None
