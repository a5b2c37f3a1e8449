# SPDX-License-Identifier: MIT
"""The Authorization header's parts."""


def get_authorization_scheme_param(authorization_header_value):
    if not authorization_header_value:
        return "", ""
    scheme, _, parameter = authorization_header_value.partition(" ")
    return scheme, parameter
