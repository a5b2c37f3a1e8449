# SPDX-License-Identifier: MIT
"""Small parts that programs use too."""

import _url_text as _text

from .structures import CaseInsensitiveDict

VERSION = "2.32.3"


def default_user_agent(name="python-requests"):
    return f"{name}/{VERSION}"


def default_headers():
    return CaseInsensitiveDict({"User-Agent": default_user_agent(), "Accept-Encoding": "gzip, deflate", "Accept": "*/*",
                                "Connection": "keep-alive"})


def quote(text, safe="/"):
    return _text.quote(text, _text.safe_bytes(safe))


def unquote(text):
    return _text.unquote(text)


def requote_uri(uri):
    return _text.quote(uri, _text.safe_bytes("!#$%&'()*+,/:;=?@[]~"), keep_encoded=True)


def dict_from_cookiejar(cj):
    return {cookie.name: cookie.value for cookie in cj}
