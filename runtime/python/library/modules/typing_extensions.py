# SPDX-License-Identifier: MIT
"""Newer parts of typing for older Pythons; in this one they are typing's own."""

import typing as _typing
from warnings import deprecated

globals().update({name: getattr(_typing, name) for name in _typing.__all__})

runtime = _typing.runtime_checkable


class Doc:
    """What a parameter means, in Annotated."""

    def __init__(self, documentation, /):
        self.documentation = documentation

    def __repr__(self):
        return f"Doc({self.documentation!r})"

    def __hash__(self):
        return hash(self.documentation)

    def __eq__(self, other):
        return self.documentation == other.documentation if isinstance(other, Doc) else NotImplemented


__all__ = [*_typing.__all__, "Doc", "deprecated", "runtime"]
