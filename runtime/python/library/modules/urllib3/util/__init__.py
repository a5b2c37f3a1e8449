# SPDX-License-Identifier: MIT
"""For `from urllib3.util import Retry`."""

from .retry import Retry

__all__ = ("Retry",)
