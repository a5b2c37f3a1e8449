# SPDX-License-Identifier: MIT
"""Who waits for whom: the call graph of tasks, as Python 3.14 has it.

Nothing is noted while a program runs: the relations are found in the tasks of the loop when somebody asks."""

import sys
from dataclasses import dataclass

from . import events, futures, tasks

__all__ = ("capture_call_graph", "format_call_graph", "print_call_graph", "FrameCallGraphEntry", "FutureCallGraph")

_KINDS = ((0x200, "async generator "), (0x80, "async "), (0x20, "generator "))  # of code objects, by their flags


@dataclass(frozen=True, slots=True)
class FrameCallGraphEntry:
    """One call: its frame."""

    frame: object


@dataclass(frozen=True, slots=True)
class FutureCallGraph:
    """A future or task, its calls from the innermost outwards, and the graphs of those that await it."""

    future: object
    call_stack: tuple
    awaited_by: tuple


# -- who awaits

_declared = {}  # future: [waiters], from those who connect futures in ways of their own


def future_add_to_awaited_by(future, waiter, /):
    if isinstance(future, futures.Future) and isinstance(waiter, futures.Future):
        _declared.setdefault(future, []).append(waiter)


def future_discard_from_awaited_by(future, waiter, /):
    waiters = _declared.get(future, [])
    if waiter in waiters:
        waiters.remove(waiter)
    if not waiters:
        _declared.pop(future, None)


def _awaiters(future):
    """The tasks and futures that wait for it, each once."""
    found = dict.fromkeys(_declared.get(future, ()))
    helpers = {future}  # futures that stand between it and a task: those of wait() and shield()
    for callback, _ in future._callbacks or ():
        owner = getattr(callback, "__self__", None)
        parent = getattr(owner, "_parent_task", None)  # of a TaskGroup
        if parent is not None and parent is not future:
            found[parent] = None
        for cell in getattr(callback, "__closure__", None) or ():
            if isinstance(cell.cell_contents, futures.Future):
                helpers.add(cell.cell_contents)
    for task in futures._get_loop(future)._tasks():
        awaited = task._fut_waiter
        if awaited is not None and task is not future:
            if awaited in helpers or any(child is future for child in getattr(awaited, "_children", None) or ()):
                found[task] = None
    return tuple(found)


# -- the calls of a task


def _suspended_calls(future):
    """Frames of the coroutines that a task is suspended in, the innermost first."""
    frames = []
    get_coro = getattr(future, "get_coro", None)
    awaitable = get_coro() if get_coro is not None else None
    while awaitable is not None:
        for prefix in ("cr", "ag", "gi"):
            if hasattr(awaitable, f"{prefix}_frame"):
                break
        else:
            break
        frames.append(getattr(awaitable, f"{prefix}_frame"))
        awaitable = getattr(awaitable, f"{prefix}_yieldfrom" if prefix == "gi" else f"{prefix}_await")
    # Parts of asyncio that are not written in Python have no frame.
    return [frame for frame in reversed(frames) if frame is not None]


def _is_resumable(frame):
    return any(frame.f_code.co_flags & flag for flag, _ in _KINDS)


def _running_calls(frame):
    """Frames from this one to the coroutine that the running task drives."""
    frames = []
    while frame is not None:
        frames.append(frame)
        outer = frame.f_back
        if _is_resumable(frame) and outer is not None and not _is_resumable(outer):
            break
        frame = outer
    return frames


def _graph(future, frames, limit):
    if limit is not None:
        # Positive: the outermost calls; negative: the innermost.
        frames = frames[max(len(frames) - limit, 0):] if limit > 0 else frames[:-limit]
    return FutureCallGraph(future, tuple(map(FrameCallGraphEntry, frames)),
                           tuple(_graph(waiter, _suspended_calls(waiter), limit) for waiter in _awaiters(future)))


def capture_call_graph(future=None, /, *, depth=1, limit=None):
    """The graph of a future, or of the current task, whose own `depth` last calls are left out. None: no task runs."""
    loop = events._get_running_loop()
    current = None if loop is None else tasks.current_task(loop)
    if future is None:
        if loop is None:
            raise RuntimeError("capture_call_graph() is called outside of a running event loop and no *future* to "
                               "introspect was provided")
        if current is None:
            return None
        future = current
    if not isinstance(future, futures.Future):
        raise TypeError(f"{future!r} object does not appear to be compatible with asyncio.Future")
    if future is not current:
        return _graph(future, _suspended_calls(future), limit)
    return _graph(future, _running_calls(sys._getframe(depth)), limit)


# -- as text


def _lines(graph, indent):
    name = f"name={graph.future.get_name()!r}, " if isinstance(graph.future, tasks.Task) else ""
    yield f"{indent}* {'Task' if name else 'Future'}({name}id={id(graph.future):#x})"
    if graph.call_stack:
        yield f"{indent}  + Call stack:"
    for entry in graph.call_stack:
        code = entry.frame.f_code
        kind = next((kind for flag, kind in _KINDS if code.co_flags & flag), "")
        yield f"{indent}  |   File {code.co_filename!r}, line {entry.frame.f_lineno}, in {kind}{code.co_qualname}()"
    if graph.awaited_by:
        yield f"{indent}  + Awaited by:"
    for waiter in graph.awaited_by:
        yield from _lines(waiter, indent + "    ")


def format_call_graph(future=None, /, *, depth=1, limit=None):
    """As print_call_graph(), but returns the text; empty if no task runs."""
    graph = capture_call_graph(future, depth=depth + 1, limit=limit)
    return "" if graph is None else "\n".join(_lines(graph, ""))


def print_call_graph(future=None, /, *, file=None, depth=1, limit=None):
    """Prints the calls of a future or of the current task, and who awaits it."""
    print(format_call_graph(future, depth=depth + 1, limit=limit), file=file)
