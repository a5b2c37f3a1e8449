# SPDX-License-Identifier: MIT
"""HTTPSRedirectMiddleware, by FastAPI's name for it."""

from starlette.middleware.httpsredirect import HTTPSRedirectMiddleware
