# SPDX-License-Identifier: MIT
"""Single requests, each with a client of its own: https://www.python-httpx.org/api/#helper-functions."""

from ._client import Client
from ._config import DEFAULT_TIMEOUT_CONFIG

_OF_CLIENT = ("cookies", "proxy", "verify", "timeout", "trust_env")


def _split(kwargs):
    of_client = {key: kwargs.pop(key) for key in _OF_CLIENT if key in kwargs}
    of_client.setdefault("timeout", DEFAULT_TIMEOUT_CONFIG)
    return of_client


def request(method, url, **kwargs):
    with Client(**_split(kwargs)) as client:
        return client.request(method, url, **kwargs)


class stream:
    """`with` it: the body is read piece by piece inside."""

    def __init__(self, method, url, **kwargs):
        self._client = Client(**_split(kwargs))
        self._stream = self._client.stream(method, url, **kwargs)

    def __enter__(self):
        self._client.__enter__()
        return self._stream.__enter__()

    def __exit__(self, kind, error, traceback):
        self._stream.__exit__(kind, error, traceback)
        self._client.__exit__(kind, error, traceback)


def get(url, **kwargs):
    return request("GET", url, **kwargs)


def options(url, **kwargs):
    return request("OPTIONS", url, **kwargs)


def head(url, **kwargs):
    return request("HEAD", url, **kwargs)


def post(url, **kwargs):
    return request("POST", url, **kwargs)


def put(url, **kwargs):
    return request("PUT", url, **kwargs)


def patch(url, **kwargs):
    return request("PATCH", url, **kwargs)


def delete(url, **kwargs):
    return request("DELETE", url, **kwargs)
