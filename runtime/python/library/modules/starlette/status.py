# SPDX-License-Identifier: MIT
"""Status codes by name, as starlette names them."""

from http import HTTPStatus

for _status in HTTPStatus:
    globals()[f"HTTP_{_status.value}_{_status.name}"] = _status.value

# Names that the standard library has changed since.
HTTP_413_REQUEST_ENTITY_TOO_LARGE = 413
HTTP_414_REQUEST_URI_TOO_LONG = 414
HTTP_416_REQUESTED_RANGE_NOT_SATISFIABLE = 416
HTTP_418_IM_A_TEAPOT = 418
HTTP_422_UNPROCESSABLE_ENTITY = 422
HTTP_306_RESERVED = 306

for _code, _name in (
    (1000, "NORMAL_CLOSURE"),
    (1001, "GOING_AWAY"),
    (1002, "PROTOCOL_ERROR"),
    (1003, "UNSUPPORTED_DATA"),
    (1005, "NO_STATUS_RCVD"),
    (1006, "ABNORMAL_CLOSURE"),
    (1007, "INVALID_FRAME_PAYLOAD_DATA"),
    (1008, "POLICY_VIOLATION"),
    (1009, "MESSAGE_TOO_BIG"),
    (1010, "MANDATORY_EXT"),
    (1011, "INTERNAL_ERROR"),
    (1012, "SERVICE_RESTART"),
    (1013, "TRY_AGAIN_LATER"),
    (1014, "BAD_GATEWAY"),
    (1015, "TLS_HANDSHAKE"),
):
    globals()[f"WS_{_code}_{_name}"] = _code

del _status, _code, _name
