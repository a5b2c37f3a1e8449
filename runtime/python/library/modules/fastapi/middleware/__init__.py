# SPDX-License-Identifier: MIT
"""Middleware, by FastAPI's name for it."""

from starlette.middleware import Middleware
