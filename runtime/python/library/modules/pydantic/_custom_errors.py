# SPDX-License-Identifier: MIT
"""Errors that a validator raises to choose its own kind and text."""

from ._core import Line
from ._messages import fill, message


class PydanticCustomError(ValueError):
    def __init__(self, error_type, message_template, context=None, /):
        super().__init__(error_type, message_template, context)
        self.type = error_type
        self.message_template = message_template
        self.context = context

    def message(self):
        return fill(self.message_template, self.context or {})

    def line(self, value):
        return Line(self.type, value, self.context, self.message_template)

    def __str__(self):
        return self.message()

    def __repr__(self):
        return f"{self.message()} [type={self.type}, context={self.context}]"


class PydanticKnownError(ValueError):
    def __init__(self, error_type, context=None, /):
        super().__init__(error_type, context)
        self.type = error_type
        self.context = context

    def message(self):
        return message(self.line(None), "python")

    def line(self, value):
        return Line(self.type, value, self.context)

    def __str__(self):
        return self.message()
