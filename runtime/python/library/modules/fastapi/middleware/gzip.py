# SPDX-License-Identifier: MIT
"""GZipMiddleware, by FastAPI's name for it."""

from starlette.middleware.gzip import GZipMiddleware
