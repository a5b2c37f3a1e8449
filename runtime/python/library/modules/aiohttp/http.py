# SPDX-License-Identifier: MIT
"""Versions of the protocol, and what a client calls itself."""

import sys
from collections import namedtuple

HttpVersion = namedtuple("HttpVersion", ["major", "minor"])
HttpVersion10 = HttpVersion(1, 0)
HttpVersion11 = HttpVersion(1, 1)

VERSION = "3.11.16"
SERVER_SOFTWARE = f"Python/{sys.version_info[0]}.{sys.version_info[1]} aiohttp/{VERSION}"
