# SPDX-License-Identifier: MIT
"""StaticFiles, by FastAPI's name for it."""

from starlette.staticfiles import StaticFiles
