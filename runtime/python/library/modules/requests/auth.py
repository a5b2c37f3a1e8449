# SPDX-License-Identifier: MIT
"""Credentials: https://requests.readthedocs.io/en/latest/user/authentication/."""


def _basic_auth_str(username, password):
    from base64 import b64encode
    user, secret = (one.encode("latin1") if isinstance(one, str) else one for one in (username, password))
    return "Basic " + b64encode(user + b":" + secret).decode()


class AuthBase:
    """Called with a request that is about to be sent; returns it, changed."""

    def __call__(self, r):
        raise NotImplementedError("Auth hooks must be callable.")


class HTTPBasicAuth(AuthBase):
    def __init__(self, username, password):
        self.username = username
        self.password = password

    def __eq__(self, other):
        return (self.username, self.password) == (getattr(other, "username", None), getattr(other, "password", None))

    def __call__(self, r):
        r.headers["Authorization"] = _basic_auth_str(self.username, self.password)
        return r


class HTTPProxyAuth(HTTPBasicAuth):
    def __call__(self, r):
        r.headers["Proxy-Authorization"] = _basic_auth_str(self.username, self.password)
        return r


class HTTPDigestAuth(AuthBase):
    def __init__(self, username, password):
        raise NotImplementedError("Loopscope's requests has no digest authentication; use HTTPBasicAuth or a header.")
