# SPDX-License-Identifier: MIT
"""The abstract base classes of collections, under the name that programs use."""
from _collections_abc import *
from _collections_abc import __all__, _CallableGenericAlias
from collections import deque as _deque

MutableSequence.register(_deque)
for _type in (bytes, bytearray, memoryview):
    Buffer.register(_type)
del _type
