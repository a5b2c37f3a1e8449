# SPDX-License-Identifier: MIT
"""Status codes by name: requests.codes.not_found."""

from http import HTTPStatus

from .structures import LookupDict

# Names that http.HTTPStatus has not.
_MORE = {"okay": 200, "all_ok": 200, "all_okay": 200, "all_good": 200, "\\o/": 200, "moved": 301, "other": 303,
         "temporary_moved": 307, "resume": 308, "bad": 400, "payment": 402, "not_allowed": 405, "timeout": 408, "unprocessable": 422,
         "too_many": 429, "server_error": 500, "unavailable": 503, "teapot": 418, "request_entity_too_large": 413}

codes = LookupDict(name="status_codes")
for _name, _code in [*((status.name.lower(), status.value) for status in HTTPStatus), *_MORE.items()]:
    setattr(codes, _name, _code)
    if not _name.startswith("\\"):
        setattr(codes, _name.upper(), _code)
