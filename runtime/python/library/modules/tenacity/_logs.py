# SPDX-License-Identifier: MIT
"""Telling a logger before and after attempts, and before pauses."""


def _ordinal(number):
    last = number % 10 if number > 20 else number
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(last, 'th')}"


def _name(retry_state):
    function = retry_state.fn
    if function is None:
        return "<unknown>"
    name = getattr(function, "__qualname__", None) or getattr(function, "__name__", None)
    return repr(function) if name is None else f"{function.__module__}.{name}"


def before_nothing(retry_state):
    pass


after_nothing = before_sleep_nothing = before_nothing


def before_log(logger, log_level):
    def log_it(retry_state):
        logger.log(log_level, f"Starting call to '{_name(retry_state)}', this is the {_ordinal(retry_state.attempt_number)} time "
                              "calling it.")

    return log_it


def after_log(logger, log_level, sec_format="%0.3f"):
    def log_it(retry_state):
        logger.log(log_level, f"Finished call to '{_name(retry_state)}' after {sec_format % retry_state.seconds_since_start}(s), this "
                              f"was the {_ordinal(retry_state.attempt_number)} time calling it.")

    return log_it


def before_sleep_log(logger, log_level, exc_info=False):
    def log_it(retry_state):
        outcome = retry_state.outcome
        if outcome.failed:
            error = outcome.exception()
            what = f"raised {type(error).__name__}: {error}"
        else:
            error, what = None, f"returned {outcome.result()}"
        logger.log(log_level, f"Retrying {_name(retry_state)} in {retry_state.next_action.sleep} seconds as it {what}.",
                   exc_info=error if exc_info and error is not None else False)

    return log_it
