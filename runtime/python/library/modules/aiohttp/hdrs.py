# SPDX-License-Identifier: MIT
"""Names of methods and headers."""

from multidict import istr

_METHODS = "CONNECT HEAD GET DELETE OPTIONS PATCH POST PUT TRACE"
METH_ANY = "*"
for _name in _METHODS.split():
    globals()[f"METH_{_name}"] = _name
METH_ALL = set(_METHODS.split())

_HEADERS = """
    Accept Accept-Charset Accept-Encoding Accept-Language Accept-Ranges Access-Control-Max-Age Access-Control-Allow-Credentials
    Access-Control-Allow-Headers Access-Control-Allow-Methods Access-Control-Allow-Origin Access-Control-Expose-Headers
    Access-Control-Request-Headers Access-Control-Request-Method Age Allow Authorization Cache-Control Connection
    Content-Disposition Content-Encoding Content-Language Content-Length Content-Location Content-MD5 Content-Range
    Content-Transfer-Encoding Content-Type Cookie Date Destination Digest Etag Expect Expires Forwarded From Host If-Match
    If-Modified-Since If-None-Match If-Range If-Unmodified-Since Keep-Alive Last-Event-ID Last-Modified Link Location
    Max-Forwards Origin Pragma Proxy-Authenticate Proxy-Authorization Range Referer Retry-After Sec-WebSocket-Accept
    Sec-WebSocket-Version Sec-WebSocket-Protocol Sec-WebSocket-Extensions Sec-WebSocket-Key Sec-WebSocket-Key1 Server
    Set-Cookie TE Trailer Transfer-Encoding URI Upgrade User-Agent Vary Via Want-Digest Warning WWW-Authenticate
    X-Forwarded-For X-Forwarded-Host X-Forwarded-Proto
"""
for _name in _HEADERS.split():
    globals()[_name.upper().replace("-", "_")] = istr(_name)
