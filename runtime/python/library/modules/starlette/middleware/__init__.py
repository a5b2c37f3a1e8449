# SPDX-License-Identifier: MIT
"""Middleware: an application around an application."""


class Middleware:
    def __init__(self, cls, *args, **kwargs):
        self.cls = cls
        self.args = args
        self.kwargs = kwargs

    def __iter__(self):
        return iter((self.cls, self.args, self.kwargs))

    def __repr__(self):
        parts = [getattr(self.cls, "__name__", "")]
        parts += [f"{value!r}" for value in self.args] + [f"{name}={value!r}" for name, value in self.kwargs.items()]
        return f"{type(self).__name__}({', '.join(parts)})"
