# SPDX-License-Identifier: MIT
"""Runs a program under CPython with an event loop whose clock jumps: python3 virtual_clock.py FILE.

Waiting costs nothing and deadlines are exact, so that the order of a program's prints does not
depend on how busy the machine is. Only for programs without threads.
"""

import asyncio
import runpy
import selectors
import sys

TICK = 1e-7  # the clock never stands still: each reading is later than the last


class JumpingSelector(selectors.DefaultSelector):
    clock = None

    def select(self, timeout=None):
        events = super().select(0)
        if not events and timeout is None:
            sys.exit("virtual clock: nothing will ever happen again")
        if not events and timeout:
            self.clock.now += timeout
        return events


class VirtualLoop(asyncio.SelectorEventLoop):
    def __init__(self):
        selector = JumpingSelector()
        selector.clock = self
        self.now = 0.0
        super().__init__(selector)

    def time(self):
        self.now += TICK
        return self.now


class Policy(asyncio.DefaultEventLoopPolicy):
    def new_event_loop(self):
        return VirtualLoop()


asyncio.set_event_loop_policy(Policy())
runpy.run_path(sys.argv[1], run_name="__main__")
