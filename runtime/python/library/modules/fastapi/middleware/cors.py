# SPDX-License-Identifier: MIT
"""CORSMiddleware, by FastAPI's name for it."""

from starlette.middleware.cors import CORSMiddleware
