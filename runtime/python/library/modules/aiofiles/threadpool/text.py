# SPDX-License-Identifier: MIT
"""Files of text."""

from ..base import AsyncBase


class AsyncTextIOWrapper(AsyncBase):
    in_executor = "close flush isatty read readable readline readlines seek seekable tell truncate write writable writelines"
    at_once = "detach fileno readable"
    attributes = "buffer closed encoding errors line_buffering newlines name mode"
