# SPDX-License-Identifier: MIT
"""The header "Link" of a response, as httpx and requests show it."""


def by_relation(header):
    """{relation, or URL without one: {"url": ..., parameter: value}}."""
    found = {}
    for piece in header.split(", <"):
        url, _, rest = piece.partition(";")
        link = {"url": url.strip("<> '\"")}
        for parameter in rest.split(";"):
            key, equals, value = parameter.partition("=")
            if not equals:
                break
            link[key.strip(" '\"")] = value.strip(" '\"")
        if link["url"]:
            found[link.get("rel") or link["url"]] = link
    return found
