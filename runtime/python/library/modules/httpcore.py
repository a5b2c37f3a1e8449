# SPDX-License-Identifier: MIT
"""The errors below those of httpx, which tracebacks show as their causes. The rest of httpcore is not here."""


class UnsupportedProtocol(Exception):
    pass


class ProtocolError(Exception):
    pass


class RemoteProtocolError(ProtocolError):
    pass


class LocalProtocolError(ProtocolError):
    pass


class TimeoutException(Exception):
    pass


class PoolTimeout(TimeoutException):
    pass


class ConnectTimeout(TimeoutException):
    pass


class ReadTimeout(TimeoutException):
    pass


class WriteTimeout(TimeoutException):
    pass


class NetworkError(Exception):
    pass


class ConnectError(NetworkError):
    pass


class ReadError(NetworkError):
    pass


class WriteError(NetworkError):
    pass


def raised(name, message):
    """An error that looks as if it had been raised where httpcore raises it."""
    try:
        raise globals()[name](message) if message else globals()[name]()
    except Exception as error:
        error.__context__ = None
        return error
