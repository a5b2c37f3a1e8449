# SPDX-License-Identifier: MIT
"""Which transport serves which URLs: https://www.python-httpx.org/advanced/transports/#mounting-transports."""

from ._urls import URL


class URLPattern:
    """"all://", "https://", "all://*.example.org", "http://localhost:8000"; the more it says, the earlier it is asked."""

    def __init__(self, pattern):
        if pattern and ":" not in pattern:
            raise ValueError(f"Proxy keys should use proper URL forms rather than plain scheme strings. Instead of \"{pattern}\", use "
                             f"\"{pattern}://\"")
        url = URL(pattern)
        self.scheme = "" if url.scheme == "all" else url.scheme
        self.host = "" if url.host == "*" else url.host
        self.port = url.port

    def matches(self, url):
        if self.scheme and self.scheme != url.scheme or self.port is not None and self.port != url.port:
            return False
        if not self.host or self.host == url.host:
            return True
        return self.host.startswith("*") and url.host.endswith(self.host[1:])

    @property
    def priority(self):
        return (0 if self.port is not None else 1, -len(self.host), -len(self.scheme))


def sorted_mounts(mounts):
    found = [(URLPattern(pattern), transport) for pattern, transport in (mounts or {}).items()]
    return sorted(found, key=lambda entry: entry[0].priority)


def transport_for(mounts, url, default):
    for pattern, transport in mounts:
        if pattern.matches(url):
            return default if transport is None else transport
    return default
