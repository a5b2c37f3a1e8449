# SPDX-License-Identifier: MIT
"""Jinja2Templates, by FastAPI's name for it."""

from starlette.templating import Jinja2Templates
