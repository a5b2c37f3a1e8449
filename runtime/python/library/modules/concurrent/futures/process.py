"""Pools of processes, which cannot be here."""

from concurrent.futures import _base

__all__ = ("BrokenProcessPool", "ProcessPoolExecutor")


class BrokenProcessPool(_base.BrokenExecutor):
    pass


class ProcessPoolExecutor(_base.Executor):
    def __init__(self, max_workers=None, mp_context=None, initializer=None, initargs=(), *, max_tasks_per_child=None):
        raise NotImplementedError(
            "Loopscope runs one program and cannot start processes; use ThreadPoolExecutor, whose threads take turns")
