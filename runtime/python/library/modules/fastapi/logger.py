# SPDX-License-Identifier: MIT
"""FastAPI's logger."""

import logging

logger = logging.getLogger("fastapi")
