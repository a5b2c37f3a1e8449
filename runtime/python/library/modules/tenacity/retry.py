# SPDX-License-Identifier: MIT
"""Which outcomes are worth another attempt: https://tenacity.readthedocs.io/en/latest/api.html#retry-functions."""


class retry_base:
    def __and__(self, other):
        return retry_all(self, other)

    def __or__(self, other):
        return retry_any(self, other)


class _Constant(retry_base):
    def __init__(self, answer):
        self._answer = answer

    def __call__(self, retry_state):
        return self._answer


retry_never = _Constant(False)
retry_always = _Constant(True)


class retry_if_exception(retry_base):
    """By a function of the exception; `_success` is the answer where there is none."""

    _success = False

    def __init__(self, predicate):
        self.predicate = predicate

    def __call__(self, retry_state):
        outcome = retry_state.outcome
        return self.predicate(outcome.exception()) if outcome.failed else self._success


class retry_if_exception_type(retry_if_exception):
    def __init__(self, exception_types=Exception):
        self.exception_types = exception_types
        super().__init__(lambda error: isinstance(error, exception_types))


class retry_if_not_exception_type(retry_if_exception):
    def __init__(self, exception_types=Exception):
        self.exception_types = exception_types
        super().__init__(lambda error: not isinstance(error, exception_types))


class retry_unless_exception_type(retry_if_not_exception_type):
    _success = True


class retry_if_exception_cause_type(retry_base):
    def __init__(self, exception_types=Exception):
        self.exception_cause_types = exception_types

    def __call__(self, retry_state):
        error = retry_state.outcome.exception() if retry_state.outcome.failed else None
        while error is not None:
            if isinstance(error.__cause__, self.exception_cause_types):
                return True
            error = error.__cause__
        return False


class retry_if_result(retry_base):
    def __init__(self, predicate):
        self.predicate = predicate

    def __call__(self, retry_state):
        outcome = retry_state.outcome
        return not outcome.failed and self.predicate(outcome.result())


class retry_if_not_result(retry_if_result):
    def __call__(self, retry_state):
        outcome = retry_state.outcome
        return not outcome.failed and not self.predicate(outcome.result())


class retry_if_exception_message(retry_if_exception):
    def __init__(self, message=None, match=None):
        if bool(message) == bool(match):
            raise TypeError(f"{type(self).__name__}() takes either 'message' or 'match', not both" if message else
                            f"{type(self).__name__}() missing 1 required argument 'message' or 'match'")
        if message:
            super().__init__(lambda error: message == str(error))
        else:
            import re
            pattern = re.compile(match)
            super().__init__(lambda error: bool(pattern.match(str(error))))


class retry_if_not_exception_message(retry_if_exception_message):
    _success = True

    def __init__(self, message=None, match=None):
        super().__init__(message, match)
        fits = self.predicate
        self.predicate = lambda error: not fits(error)


class retry_any(retry_base):
    def __init__(self, *retries):
        self.retries = retries

    def __call__(self, retry_state):
        return any(retry(retry_state) for retry in self.retries)


class retry_all(retry_base):
    def __init__(self, *retries):
        self.retries = retries

    def __call__(self, retry_state):
        return all(retry(retry_state) for retry in self.retries)
