# SPDX-License-Identifier: MIT
"""Status codes by name: httpx.codes.NOT_FOUND."""

from enum import IntEnum
from http import HTTPStatus

_PHRASES = {413: "Request Entity Too Large", 416: "Requested Range Not Satisfiable", 422: "Unprocessable Entity"}


class _Codes(IntEnum):
    def __str__(self):
        return str(self.value)

    @classmethod
    def get_reason_phrase(cls, value):
        return reason_phrase(value)

    @classmethod
    def is_informational(cls, value):
        return 100 <= value <= 199

    @classmethod
    def is_success(cls, value):
        return 200 <= value <= 299

    @classmethod
    def is_redirect(cls, value):
        return 300 <= value <= 399

    @classmethod
    def is_client_error(cls, value):
        return 400 <= value <= 499

    @classmethod
    def is_server_error(cls, value):
        return 500 <= value <= 599

    @classmethod
    def is_error(cls, value):
        return 400 <= value <= 599


def reason_phrase(value):
    try:
        return _PHRASES.get(value) or HTTPStatus(value).phrase
    except ValueError:
        return ""


_NAMES = {413: "REQUEST_ENTITY_TOO_LARGE", 414: "REQUEST_URI_TOO_LONG", 416: "REQUESTED_RANGE_NOT_SATISFIABLE",
          422: "UNPROCESSABLE_ENTITY"}
codes = _Codes("codes", {_NAMES.get(status.value, status.name): status.value for status in HTTPStatus})
for _code in list(codes):
    setattr(codes, _code.name.lower(), int(_code))
