# SPDX-License-Identifier: MIT
"""When a failed request is sent again: https://urllib3.readthedocs.io/en/stable/reference/urllib3.util.html."""

import random


class Retry:
    """`total` bounds all; the n-th repetition waits `backoff_factor * 2 ** (n - 1)` seconds, the first one not at all."""

    DEFAULT_ALLOWED_METHODS = frozenset(["HEAD", "GET", "PUT", "DELETE", "OPTIONS", "TRACE"])
    RETRY_AFTER_STATUS_CODES = frozenset([413, 429, 503])
    DEFAULT_BACKOFF_MAX = 120

    def __init__(self, total=10, connect=None, read=None, redirect=None, status=None, other=None,
                 allowed_methods=DEFAULT_ALLOWED_METHODS, status_forcelist=None, backoff_factor=0, backoff_max=DEFAULT_BACKOFF_MAX,
                 raise_on_redirect=True, raise_on_status=True, history=None, respect_retry_after_header=True,
                 remove_headers_on_redirect=frozenset(["Cookie", "Authorization", "Proxy-Authorization"]), backoff_jitter=0.0):
        self.total = total
        self.connect = connect
        self.read = read
        self.redirect = redirect
        self.status = status
        self.other = other
        self.allowed_methods = allowed_methods
        self.status_forcelist = status_forcelist or set()
        self.backoff_factor = backoff_factor
        self.backoff_max = backoff_max
        self.backoff_jitter = backoff_jitter
        self.raise_on_redirect = raise_on_redirect
        self.raise_on_status = raise_on_status
        self.history = history or ()
        self.respect_retry_after_header = respect_retry_after_header
        self.remove_headers_on_redirect = remove_headers_on_redirect

    @classmethod
    def from_int(cls, retries, redirect=True, default=None):
        return retries if isinstance(retries, Retry) else cls(0 if retries is None or retries is False else retries)

    def allows(self, kind, done):
        """Whether one more may follow `done` ones; `kind` is "connect", "read" or "status"."""
        limits = [limit for limit in (self.total, getattr(self, kind)) if limit is not None and limit is not False]
        return not limits or done < min(limits)

    def is_retry(self, method, status_code, has_retry_after=False):
        if self.allowed_methods and method.upper() not in self.allowed_methods:
            return False
        return status_code in self.status_forcelist or bool(
            self.total and self.respect_retry_after_header and has_retry_after and status_code in self.RETRY_AFTER_STATUS_CODES)

    def backoff(self, done):
        """Seconds before the next one, after `done` failures."""
        if done <= 1:
            return 0
        seconds = self.backoff_factor * 2 ** (done - 1)
        if self.backoff_jitter:
            seconds += random.random() * self.backoff_jitter
        return max(0, min(self.backoff_max, seconds))

    def __repr__(self):
        return (f"Retry(total={self.total}, connect={self.connect}, read={self.read}, redirect={self.redirect}, "
                f"status={self.status})")
