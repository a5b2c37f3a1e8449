# SPDX-License-Identifier: MIT
"""TrustedHostMiddleware, by FastAPI's name for it."""

from starlette.middleware.trustedhost import TrustedHostMiddleware
