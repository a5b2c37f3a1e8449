# SPDX-License-Identifier: MIT
"""Where certificates of authorities would be (https://github.com/certifi/python-certifi). There are none: the page's network checks
servers by itself, and the module ssl keeps what it is told."""

__version__ = "2025.01.31"
_PLACE = "/etc/ssl/certs/ca-certificates.crt"


def where():
    return _PLACE


def contents():
    return ""
