# SPDX-License-Identifier: MIT
"""pydantic.version: which version's behaviour this is."""

from . import VERSION
