# SPDX-License-Identifier: MIT
"""Files of bytes."""

from ..base import AsyncBase


class AsyncBufferedIOBase(AsyncBase):
    in_executor = "close flush isatty read read1 readinto readline readlines seek seekable tell truncate writable write writelines"
    at_once = "detach fileno readable"
    attributes = "closed raw name mode"


class AsyncBufferedReader(AsyncBufferedIOBase):
    in_executor = "peek"


class AsyncFileIO(AsyncBase):
    in_executor = "close flush isatty read readall readinto readline readlines seek seekable tell truncate writable write writelines"
    at_once = "fileno readable"
    attributes = "closed name mode"
