# SPDX-License-Identifier: MIT
"""What a limiter tells of itself."""

from typing import NamedTuple


class CapacityLimiterStatistics(NamedTuple):
    borrowed_tokens: int
    total_tokens: float
    borrowers: tuple
    tasks_waiting: int
