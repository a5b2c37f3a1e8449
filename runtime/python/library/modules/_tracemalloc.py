# SPDX-License-Identifier: MIT
"""What tracemalloc has in C. Our allocations carry no traces: tracing can be switched on, and a snapshot then shows none."""

_frames = 0


def start(nframe=1, /):
    global _frames
    if not isinstance(nframe, int):
        raise TypeError(f"'{type(nframe).__name__}' object cannot be interpreted as an integer")
    if not 1 <= nframe <= 65535:
        raise ValueError("the number of frames must be in range [1; 65535]")
    if not _frames:
        import warnings

        warnings.warn("tracemalloc: Loopscope keeps no traces of allocations; sizes are 0 and snapshots are empty", RuntimeWarning, stacklevel=2)
    _frames = nframe


def stop():
    global _frames
    _frames = 0


def is_tracing():
    return _frames > 0


def get_traceback_limit():
    return _frames or 1


def get_traced_memory():
    return 0, 0


def get_tracemalloc_memory():
    return 0


def reset_peak():
    pass


def clear_traces():
    pass


def _get_traces():
    return []


def _get_object_traceback(obj, /):
    return None
