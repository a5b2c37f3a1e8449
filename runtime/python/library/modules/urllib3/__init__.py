# SPDX-License-Identifier: MIT
"""What programs with requests take from urllib3: its errors and its Retry. Its pools are not here; use requests or httpx."""

from . import exceptions
from .util.retry import Retry

__version__ = "2.3.0"
__all__ = ("Retry", "disable_warnings", "exceptions")


def disable_warnings(category=None):
    pass


def __getattr__(name):
    if name in ("PoolManager", "HTTPConnectionPool", "HTTPSConnectionPool", "ProxyManager", "request"):
        raise AttributeError(f"Loopscope's urllib3 has no {name}; use requests or httpx.")
    raise AttributeError(f"module 'urllib3' has no attribute {name!r}")
