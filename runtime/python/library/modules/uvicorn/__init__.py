# SPDX-License-Identifier: MIT
"""The ASGI server uvicorn (version 0.32), over the program's own network: requests come from the program and from the page."""

from .config import Config
from .main import main, run
from .server import Server

__version__ = "0.32.0"
__all__ = ["main", "run", "Config", "Server"]
