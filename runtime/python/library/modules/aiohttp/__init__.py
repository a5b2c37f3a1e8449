# SPDX-License-Identifier: MIT
"""An HTTP client with aiohttp's interface (https://docs.aiohttp.org/en/stable/client.html), over the network of the page.

aiohttp.web is a module of its own."""

from . import client_exceptions
from .client import ClientSession, ClientTimeout, ClientWSTimeout, request
from .client_exceptions import *
from .client_exceptions import TooManyRedirects
from .client_reqrep import ClientRequest, ClientResponse, Fingerprint, RequestInfo
from .connector import BaseConnector, NamedPipeConnector, TCPConnector, UnixConnector
from .cookiejar import CookieJar, DummyCookieJar
from .helpers import BasicAuth
from .http import VERSION as __version__
from .http import HttpVersion, HttpVersion10, HttpVersion11
from .streams import EMPTY_PAYLOAD, DataQueue, EofStream, StreamReader

# Modules that programs seldom need, and what is in them; an import of the name loads them.
_LATER = {
    "formdata": ("FormData",),
    "payload": ("AsyncIterablePayload", "BufferedReaderPayload", "BytesIOPayload", "BytesPayload", "IOBasePayload", "JsonPayload",
                "Payload", "StringIOPayload", "StringPayload", "TextIOPayload", "get_payload"),
    "tracing": ("TraceConfig", "TraceRequestStartParams", "TraceRequestEndParams", "TraceRequestExceptionParams",
                "TraceRequestRedirectParams", "TraceRequestChunkSentParams", "TraceRequestHeadersSentParams",
                "TraceResponseChunkReceivedParams", "TraceConnectionQueuedStartParams", "TraceConnectionQueuedEndParams",
                "TraceConnectionCreateStartParams", "TraceConnectionCreateEndParams", "TraceConnectionReuseconnParams",
                "TraceDnsResolveHostStartParams", "TraceDnsResolveHostEndParams", "TraceDnsCacheHitParams",
                "TraceDnsCacheMissParams"),
    "websockets": ("WSMsgType", "WSCloseCode", "WSMessage", "WebSocketError", "ClientWebSocketResponse"),
    "hdrs": (),
}
_WHERE = {name: module for module, names in _LATER.items() for name in names}


def __getattr__(name):
    module = name if name in _LATER else _WHERE.get(name)
    if module is None:
        raise AttributeError(f"module 'aiohttp' has no attribute {name!r}")
    import importlib
    loaded = importlib.import_module(f"aiohttp.{module}")
    return loaded if module == name else getattr(loaded, name)


def __dir__():
    return sorted([*globals(), *_WHERE, *_LATER])
