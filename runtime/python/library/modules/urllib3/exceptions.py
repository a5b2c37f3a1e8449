# SPDX-License-Identifier: MIT
"""The causes inside the errors of requests: https://urllib3.readthedocs.io/en/stable/reference/urllib3.exceptions.html."""


class HTTPError(Exception):
    pass


class HTTPWarning(Warning):
    pass


class SecurityWarning(HTTPWarning):
    pass


class InsecureRequestWarning(SecurityWarning):
    pass


class PoolError(HTTPError):
    def __init__(self, pool, message):
        self.pool = pool
        super().__init__(f"{pool}: {message}")


class RequestError(PoolError):
    def __init__(self, pool, url, message):
        self.url = url
        super().__init__(pool, message)


class ProtocolError(HTTPError):
    pass


class DecodeError(HTTPError):
    pass


class MaxRetryError(RequestError):
    def __init__(self, pool, url, reason=None):
        self.reason = reason
        super().__init__(pool, url, f"Max retries exceeded with url: {url} (Caused by {reason!r})")


class TimeoutError(HTTPError):
    pass


class ReadTimeoutError(TimeoutError, RequestError):
    pass


class ConnectTimeoutError(TimeoutError):
    pass


class NewConnectionError(ConnectTimeoutError, HTTPError):
    def __init__(self, conn, message):
        self.conn = conn
        super().__init__(f"{conn}: {message}")


class NameResolutionError(NewConnectionError):
    def __init__(self, host, conn, reason):
        super().__init__(conn, f"Failed to resolve '{host}' ({reason})")


class ResponseError(HTTPError):
    GENERIC_ERROR = "too many error responses"
    SPECIFIC_ERROR = "too many {status_code} error responses"
