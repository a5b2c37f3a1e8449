# SPDX-License-Identifier: MIT
"""The parts of the package starlette (version 0.46) on which FastAPI programs stand: an ASGI toolkit."""

__version__ = "0.46.1"
