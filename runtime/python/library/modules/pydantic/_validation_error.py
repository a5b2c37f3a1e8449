# SPDX-License-Identifier: MIT
"""ValidationError: everything that was wrong with one input."""

from ._core import Invalid, Line
from ._messages import help_url, message


class ValidationError(ValueError):
    """Not made with a constructor: `from_exception_data`, or a validation that fails."""

    def __new__(cls, *args):
        raise TypeError("No constructor defined for ValidationError")

    @classmethod
    def of(cls, title, lines, mode="python"):
        error = ValueError.__new__(cls)
        error._title = title
        error._lines = lines
        error._mode = mode
        return error

    @classmethod
    def from_exception_data(cls, title, line_errors, input_type="python", hide_input=False):
        lines = []
        for details in line_errors:
            kind, loc, value = details["type"], tuple(details.get("loc", ())), details.get("input")
            line = Line(kind, value, details.get("ctx")) if isinstance(kind, str) else kind.line(value)
            line.loc = loc
            lines.append(line)
        return cls.of(title, lines, input_type)

    def __init__(self, *args):
        pass

    @property
    def title(self):
        return self._title

    def error_count(self):
        return len(self._lines)

    def errors(self, *, include_url=True, include_context=True, include_input=True):
        return [self._details(line, include_url, include_context, include_input) for line in self._lines]

    def _details(self, line, url, context, value):
        details = {"type": line.kind, "loc": line.loc, "msg": message(line, self._mode)}
        if value:
            details["input"] = line.input
        if context and line.context:
            details["ctx"] = line.context
        if url and line.template is None:
            details["url"] = help_url(line.kind)
        return details

    def json(self, *, indent=None, include_url=True, include_context=True, include_input=True):
        from ._json_functions import json_text

        details = self.errors(include_url=include_url, include_context=include_context, include_input=include_input)
        for each in details:
            if "ctx" in each:
                each["ctx"] = {name: str(part) if isinstance(part, Exception) else part for name, part in each["ctx"].items()}
        return json_text(details, indent)

    def __str__(self):
        count = len(self._lines)
        text = [f"{count} validation error{'' if count == 1 else 's'} for {self._title}"]
        for line in self._lines:
            if line.loc:
                text.append(".".join(_step(step) for step in line.loc))
            given = line.input
            text.append(
                f"  {message(line, self._mode)} [type={line.kind}, input_value={_cut(_safe_repr(given))}, input_type={type(given).__name__}]"
            )
            if line.template is None:
                text.append(f"    For further information visit {help_url(line.kind)}")
        return "\n".join(text)

    __repr__ = __str__

    def __reduce__(self):
        return ValidationError.of, (self._title, self._lines, self._mode)


ValidationError.__module__ = "pydantic_core._pydantic_core"


def _step(step):
    return step if isinstance(step, str) and step and "." not in step else f"`{step}`" if isinstance(step, str) else str(step)


def _safe_repr(value):
    try:
        return repr(value)
    except Exception:
        return f"<unprintable {type(value).__name__} object>"


def _cut(text):
    """At most 50 bytes, the middle left out; characters stay whole."""
    data = text.encode("utf-8", "backslashreplace")
    if len(data) <= 50:
        return text
    return data[:25].decode("utf-8", "ignore") + "..." + data[-24:].decode("utf-8", "ignore")


def lines_of(error, value):
    """What an exception that a validator raised means: ValueError and AssertionError are the input's fault, others the program's."""
    if isinstance(error, Invalid):
        return error.lines
    if isinstance(error, ValidationError):
        return [Line(line.kind, line.input, line.context, line.template, line.loc) for line in error._lines]
    if hasattr(error, "line") and callable(error.line):
        return [error.line(value)]
    if isinstance(error, AssertionError):
        return [Line("assertion_error", value, {"error": error})]
    return [Line("value_error", value, {"error": error})]
