# SPDX-License-Identifier: MIT
"""Timeouts and limits: https://www.python-httpx.org/advanced/timeouts/ and .../resource-limits/."""

UNSET = object()


class Timeout:
    """Seconds without anything happening: in connecting, reading, writing, and waiting for a connection of the pool."""

    def __init__(self, timeout=UNSET, *, connect=UNSET, read=UNSET, write=UNSET, pool=UNSET):
        given = (connect, read, write, pool)
        if isinstance(timeout, Timeout):
            assert all(one is UNSET for one in given)
            self.connect, self.read, self.write, self.pool = timeout.connect, timeout.read, timeout.write, timeout.pool
        elif isinstance(timeout, tuple):
            self.connect, self.read, self.write, self.pool = (*timeout, None, None)[:4]
        else:
            if timeout is UNSET and UNSET in given:
                raise ValueError("httpx.Timeout must either include a default, or set all four parameters explicitly.")
            self.connect, self.read, self.write, self.pool = (timeout if one is UNSET else one for one in given)

    def as_dict(self):
        return {"connect": self.connect, "read": self.read, "write": self.write, "pool": self.pool}

    def __eq__(self, other):
        return isinstance(other, Timeout) and self.as_dict() == other.as_dict()

    def __repr__(self):
        name = type(self).__name__
        if self.connect == self.read == self.write == self.pool:
            return f"{name}(timeout={self.connect})"
        return f"{name}(connect={self.connect}, read={self.read}, write={self.write}, pool={self.pool})"


class Limits:
    """Connections at once, connections kept, and for how long."""

    def __init__(self, *, max_connections=None, max_keepalive_connections=None, keepalive_expiry=5.0):
        self.max_connections = max_connections
        self.max_keepalive_connections = max_keepalive_connections
        self.keepalive_expiry = keepalive_expiry

    def __eq__(self, other):
        return isinstance(other, Limits) and vars(self) == vars(other)

    def __repr__(self):
        return (f"{type(self).__name__}(max_connections={self.max_connections}, "
                f"max_keepalive_connections={self.max_keepalive_connections}, keepalive_expiry={self.keepalive_expiry})")


class Proxy:
    def __init__(self, url, *, ssl_context=None, auth=None, headers=None):
        raise NotImplementedError("Loopscope reaches servers without proxies; leave proxy out.")


def create_ssl_context(verify=True, cert=None, trust_env=True):
    import ssl
    return ssl.create_default_context()


DEFAULT_TIMEOUT_CONFIG = Timeout(timeout=5.0)
DEFAULT_LIMITS = Limits(max_connections=100, max_keepalive_connections=20)
DEFAULT_MAX_REDIRECTS = 20
