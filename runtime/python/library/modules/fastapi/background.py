# SPDX-License-Identifier: MIT
"""BackgroundTasks, as endpoints ask for them."""

from starlette.background import BackgroundTasks
