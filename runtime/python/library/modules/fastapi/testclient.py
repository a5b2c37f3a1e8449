# SPDX-License-Identifier: MIT
"""TestClient, by FastAPI's name for it."""

from starlette.testclient import TestClient
