# SPDX-License-Identifier: MIT
"""Names that programs import from here instead of from Python's own library."""

from collections.abc import Callable, Mapping, MutableMapping
from json import JSONDecodeError
from urllib.parse import quote, quote_plus, unquote, unquote_plus, urldefrag, urlencode, urljoin, urlparse, urlsplit, urlunparse

builtin_str = str
basestring = (str, bytes)
numeric_types = (int, float)
