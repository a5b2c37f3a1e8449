# SPDX-License-Identifier: MIT
"""A blocking HTTP client with requests' interface (https://requests.readthedocs.io/en/latest/api/), over the network of the page.

While a request waits, its thread waits: inside a coroutine that is the event loop's, and nothing else runs."""

from . import adapters, auth, cookies, exceptions, models, sessions, structures, utils
from ._prepare import PreparedRequest, Request
from .api import delete, get, head, options, patch, post, put, request
from .exceptions import (ConnectionError, ConnectTimeout, FileModeWarning, HTTPError, JSONDecodeError, ReadTimeout, RequestException,
                         Timeout, TooManyRedirects, URLRequired)
from .models import Response
from .sessions import Session, session
from .utils import VERSION as __version__


def __getattr__(name):
    if name == "codes":
        from .status_codes import codes
        return codes
    if name == "packages":
        from types import SimpleNamespace
        import urllib3
        return SimpleNamespace(urllib3=urllib3)
    raise AttributeError(f"module 'requests' has no attribute {name!r}")
