# SPDX-License-Identifier: MIT
"""Files for coroutines, with aiofiles' interface (https://github.com/Tinche/aiofiles#readme): each operation runs in a thread of the
loop's executor, over the memory file system."""

from .threadpool import open, stderr, stderr_bytes, stdin, stdin_bytes, stdout, stdout_bytes

__version__ = "24.1.0"
__all__ = ["open", "tempfile", "stdin", "stdout", "stderr", "stdin_bytes", "stdout_bytes", "stderr_bytes"]


def __getattr__(name):
    if name == "tempfile":
        import importlib
        return importlib.import_module(f"aiofiles.{name}")
    raise AttributeError(f"module 'aiofiles' has no attribute {name!r}")
