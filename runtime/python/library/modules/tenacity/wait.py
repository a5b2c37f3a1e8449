# SPDX-License-Identifier: MIT
"""How long to wait before the next attempt: https://tenacity.readthedocs.io/en/latest/api.html#wait-functions."""

import random
import sys

_LONGEST = sys.maxsize / 2


def seconds(value):
    return float(value.total_seconds() if hasattr(value, "total_seconds") else value)


class wait_base:
    def __add__(self, other):
        return wait_combine(self, other)

    def __radd__(self, other):
        return self if other == 0 else self + other


class wait_fixed(wait_base):
    def __init__(self, wait):
        self.wait_fixed = seconds(wait)

    def __call__(self, retry_state):
        return self.wait_fixed


class wait_none(wait_fixed):
    def __init__(self):
        super().__init__(0)


class wait_random(wait_base):
    def __init__(self, min=0, max=1):
        self.wait_random_min, self.wait_random_max = seconds(min), seconds(max)

    def __call__(self, retry_state):
        return self.wait_random_min + random.random() * (self.wait_random_max - self.wait_random_min)


class wait_combine(wait_base):
    def __init__(self, *strategies):
        self.wait_funcs = strategies

    def __call__(self, retry_state):
        return sum(strategy(retry_state) for strategy in self.wait_funcs)


class wait_chain(wait_base):
    """One strategy an attempt; the last one stays."""

    def __init__(self, *strategies):
        self.strategies = strategies

    def __call__(self, retry_state):
        return self.strategies[min(max(retry_state.attempt_number, 1), len(self.strategies)) - 1](retry_state)


class wait_incrementing(wait_base):
    def __init__(self, start=0, increment=100, max=_LONGEST):
        self.start, self.increment, self.max = seconds(start), seconds(increment), seconds(max)

    def __call__(self, retry_state):
        return max(0, min(self.start + self.increment * (retry_state.attempt_number - 1), self.max))


class wait_exponential(wait_base):
    def __init__(self, multiplier=1, max=_LONGEST, exp_base=2, min=0):
        self.multiplier, self.exp_base = multiplier, exp_base
        self.min, self.max = seconds(min), seconds(max)

    def __call__(self, retry_state):
        try:
            result = self.multiplier * self.exp_base ** (retry_state.attempt_number - 1)
        except OverflowError:
            return self.max
        return max(max(0, self.min), min(result, self.max))


class wait_random_exponential(wait_exponential):
    """Full jitter."""

    def __call__(self, retry_state):
        return random.uniform(0, super().__call__(retry_state))


wait_full_jitter = wait_random_exponential


class wait_exponential_jitter(wait_base):
    def __init__(self, initial=1, max=_LONGEST, exp_base=2, jitter=1):
        self.initial, self.max, self.exp_base, self.jitter = initial, max, exp_base, jitter

    def __call__(self, retry_state):
        jitter = random.uniform(0, self.jitter)
        try:
            result = self.initial * self.exp_base ** (retry_state.attempt_number - 1) + jitter
        except OverflowError:
            result = self.max
        return max(0, min(result, self.max))
