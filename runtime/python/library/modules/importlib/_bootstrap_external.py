# SPDX-License-Identifier: MIT
"""What modules of CPython's library take from importlib's outer half."""

from importlib.machinery import PathFinder, SourceFileLoader
from importlib.util import MAGIC_NUMBER, cache_from_source, decode_source, source_from_cache, spec_from_file_location

__all__ = [
    "MAGIC_NUMBER", "PathFinder", "SourceFileLoader", "SourcelessFileLoader", "cache_from_source", "decode_source", "source_from_cache",
    "spec_from_file_location",
]  # fmt: skip


class SourcelessFileLoader:
    def __init__(self, fullname, path):
        raise ImportError(f"{path}: Loopscope has a bytecode of its own and cannot run .pyc files", name=fullname, path=path)
