# SPDX-License-Identifier: MIT
"""Synchronization between tasks. All wake their waiters in the order in which they came."""

import _asyncio
from _asyncio import BoundedSemaphore, Event, Lock, Semaphore
from .exceptions import BrokenBarrierError, CancelledError

__all__ = ("Lock", "Event", "Condition", "Semaphore", "BoundedSemaphore", "Barrier")


async def _enter(lock):
    """`async with` for classes with their own acquire()."""
    await lock.acquire()


class Condition(_asyncio.Condition):
    """Tasks wait, while they do not hold its lock, until another notifies them."""

    def __init__(self, lock=None):
        if lock is None:
            lock = Lock()
        self._lock = lock
        self.locked = lock.locked
        self.acquire = lock.acquire
        self.release = lock.release

    def __repr__(self):
        return self._describe("locked" if self.locked() else "unlocked")

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, exc_type, exc, tb):
        self.release()

    async def wait(self):
        if not self.locked():
            raise RuntimeError("cannot wait on un-acquired lock")
        notified = self._notified()
        self.release()
        try:
            try:
                return await notified
            finally:
                await self._take_back()
        except BaseException:
            # It may have been notified and cannot use it: wake the next, if only for a look at its predicate.
            self._notify(1)
            raise

    async def _take_back(self):
        """The lock comes back whatever happens; a cancellation meanwhile is raised afterwards."""
        interruption = None
        taken = False
        while not taken:
            try:
                taken = await self.acquire() or True
            except CancelledError as error:
                interruption = error
        try:
            if interruption is not None:
                raise interruption
        finally:
            interruption = None

    async def wait_for(self, predicate):
        while not (result := predicate()):
            await self.wait()
        return result

    def notify(self, n=1):
        if not self.locked():
            raise RuntimeError("cannot notify on un-acquired lock")
        self._notify(n)

    def notify_all(self):
        self.notify(len(self._waiters))


class Barrier:
    """Tasks wait until `parties` of them have come, then all go on."""

    def __init__(self, parties):
        if parties < 1:
            raise ValueError("parties must be > 0")
        self._cond = Condition()
        self._parties = parties
        self._state = "filling"
        self._count = 0

    def __repr__(self):
        state = self._state
        if not self.broken:
            state += f", waiters:{self.n_waiting}/{self.parties}"
        return f"{object.__repr__(self)[:-1]} [{state}]>"

    async def __aenter__(self):
        return await self.wait()

    async def __aexit__(self, *args):
        pass

    async def wait(self):
        """Returns this task's number among those that met, counted down from parties - 1."""
        async with self._cond:
            await self._block()
            number = self._count
            self._count += 1
            try:
                if self._count < self._parties:
                    await self._cond.wait_for(lambda: self._state != "filling")
                    if self._state != "draining":
                        raise BrokenBarrierError("Abort or reset of barrier")
                else:
                    self._change("draining")
                return number
            finally:
                self._count -= 1
                if not self._count:
                    # The last to leave opens it for the next round, unless it is broken for good.
                    self._change("broken" if self.broken else "filling")

    def _change(self, state):
        self._state = state
        self._cond.notify_all()

    async def _block(self):
        await self._cond.wait_for(lambda: self._state not in ("draining", "resetting"))
        if self._state == "broken":
            raise BrokenBarrierError("Barrier aborted")

    async def reset(self):
        async with self._cond:
            self._change("resetting" if self._count else "filling")

    async def abort(self):
        async with self._cond:
            self._change("broken")

    @property
    def parties(self):
        return self._parties

    @property
    def n_waiting(self):
        return self._count if self._state == "filling" else 0

    @property
    def broken(self):
        return self._state == "broken"
