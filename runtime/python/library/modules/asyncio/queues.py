# SPDX-License-Identifier: MIT
"""Queues between tasks."""

from _asyncio import LifoQueue, PriorityQueue, Queue

__all__ = ("Queue", "PriorityQueue", "LifoQueue", "QueueFull", "QueueEmpty", "QueueShutDown")


class QueueEmpty(Exception):
    """Queue.get_nowait() on an empty queue."""


class QueueFull(Exception):
    """Queue.put_nowait() on a full queue."""


class QueueShutDown(Exception):
    """put or get on a queue that has been shut down."""
