# SPDX-License-Identifier: MIT
"""What security schemes have in common."""


class SecurityBase:
    model = None
    scheme_name = None


def authorization_of(request):
    """(scheme, parameter) of the Authorization header."""
    scheme, _, parameter = (request.headers.get("Authorization") or "").partition(" ")
    return scheme, parameter
