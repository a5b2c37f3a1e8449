# SPDX-License-Identifier: MIT
"""Request, by FastAPI's name for it."""

from starlette.requests import HTTPConnection, Request
