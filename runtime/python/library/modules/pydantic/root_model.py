# SPDX-License-Identifier: MIT
"""RootModel: a model around one value that is no dictionary of fields."""

import typing

from ._core import MISSING, Run
from .main import BaseModel, validated

_Root = typing.TypeVar("RootModelRootType")


class RootModel(BaseModel, typing.Generic[_Root]):
    __pydantic_root_model__ = True

    root: _Root

    def __init__(self, /, root=MISSING, **data):
        if data:
            if root is not MISSING:
                raise ValueError('"RootModel.__init__" accepts either a single positional argument or arbitrary number of keyword arguments')
            root = data
        run = Run()
        run.self_instance = self
        validated(type(self), root, run)

    @classmethod
    def model_construct(cls, root, _fields_set=None):
        return super().model_construct(root=root, _fields_set=_fields_set)

    def __eq__(self, other):
        if not isinstance(other, RootModel):
            return NotImplemented
        return super().__eq__(other)

    def __repr_args__(self):
        yield "root", self.root
