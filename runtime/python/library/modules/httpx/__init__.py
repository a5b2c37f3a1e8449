# SPDX-License-Identifier: MIT
"""An HTTP client with httpx's interface (https://www.python-httpx.org/api/), over the network of the page."""

from ._api import delete, get, head, options, patch, post, put, request, stream
from ._async_client import AsyncClient
from ._auth import Auth, BasicAuth, DigestAuth, FunctionAuth, NetRCAuth
from ._base_client import USE_CLIENT_DEFAULT
from ._base_client import VERSION as __version__
from ._client import Client
from ._config import Limits, Proxy, Timeout, create_ssl_context
from ._exceptions import (CloseError, ConnectError, ConnectTimeout, CookieConflict, DecodingError, HTTPError, HTTPStatusError,
                          InvalidURL, LocalProtocolError, NetworkError, PoolTimeout, ProtocolError, ProxyError, ReadError, ReadTimeout,
                          RemoteProtocolError, RequestError, RequestNotRead, ResponseNotRead, StreamClosed, StreamConsumed, StreamError,
                          TimeoutException, TooManyRedirects, TransportError, UnsupportedProtocol, WriteError, WriteTimeout)
from ._headers import Headers
from ._query import QueryParams
from ._request import Request
from ._response import Response
from ._streams import AsyncByteStream, ByteStream, SyncByteStream
from ._transports import AsyncBaseTransport, AsyncHTTPTransport, BaseTransport, HTTPTransport
from ._urls import URL

# They are what programs see: httpx.ReadTimeout, not httpx._exceptions.ReadTimeout.
for _name, _value in list(globals().items()):
    if not _name.startswith("_") and hasattr(_value, "__module__"):
        try:
            _value.__module__ = "httpx"
        except (AttributeError, TypeError):
            pass

_LATER = {"ASGITransport": "_asgi", "Cookies": "_cookies", "MockTransport": "_mock", "codes": "_codes"}


def __getattr__(name):
    if name not in _LATER:
        raise AttributeError(f"module 'httpx' has no attribute {name!r}")
    import importlib
    value = getattr(importlib.import_module(f"httpx.{_LATER[name]}"), name)
    value.__module__ = "httpx"
    globals()[name] = value
    return value


def __dir__():
    return sorted([*globals(), *_LATER])
