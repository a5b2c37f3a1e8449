# SPDX-License-Identifier: MIT
"""Signals: nobody sends one to a program in a browser tab, but it can set handlers and send itself one (CPython: `signal`)."""

from enum import IntEnum

from _thread import get_ident as _get_ident


class Signals(IntEnum):
    SIGHUP = 1
    SIGINT = 2
    SIGQUIT = 3
    SIGILL = 4
    SIGTRAP = 5
    SIGABRT = 6
    SIGBUS = 7
    SIGFPE = 8
    SIGKILL = 9
    SIGUSR1 = 10
    SIGSEGV = 11
    SIGUSR2 = 12
    SIGPIPE = 13
    SIGALRM = 14
    SIGTERM = 15
    SIGCHLD = 17
    SIGCONT = 18
    SIGSTOP = 19
    SIGTSTP = 20
    SIGTTIN = 21
    SIGTTOU = 22
    SIGURG = 23
    SIGXCPU = 24
    SIGXFSZ = 25
    SIGVTALRM = 26
    SIGPROF = 27
    SIGWINCH = 28
    SIGIO = 29
    SIGSYS = 31


class Handlers(IntEnum):
    SIG_DFL = 0
    SIG_IGN = 1


globals().update(Signals.__members__)
globals().update(Handlers.__members__)
NSIG = 65

_main_thread = _get_ident()
_ends_the_program = {each for each in Signals if each.name not in ("SIGCHLD", "SIGCONT", "SIGURG", "SIGWINCH")}


def default_int_handler(signalnum, frame, /):
    raise KeyboardInterrupt


_handlers = {SIGINT: default_int_handler, SIGPIPE: SIG_IGN, SIGXFSZ: SIG_IGN}


def _number(signalnum):
    if not 1 <= signalnum < NSIG:
        raise ValueError("signal number out of range")
    try:
        return Signals(signalnum)
    except ValueError:
        return signalnum


def signal(signalnum, handler, /):
    if _get_ident() != _main_thread:
        raise ValueError("signal only works in main thread of the main interpreter")
    number = _number(signalnum)
    if number in (SIGKILL, SIGSTOP):
        raise OSError(22, "Invalid argument")
    if handler not in (SIG_DFL, SIG_IGN) and not callable(handler):
        raise TypeError("signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object")
    previous = getsignal(number)
    _handlers[number] = handler
    return previous


def getsignal(signalnum, /):
    return _handlers.get(_number(signalnum), SIG_DFL)


def raise_signal(signalnum, /):
    number = _number(signalnum)
    handler = getsignal(number)
    if handler == SIG_IGN:
        return
    if handler == SIG_DFL:
        if number in _ends_the_program:
            raise SystemExit(128 + number)
        return
    handler(number, None)


def strsignal(signalnum, /):
    return {
        SIGHUP: "Hangup", SIGINT: "Interrupt", SIGQUIT: "Quit", SIGABRT: "Aborted", SIGKILL: "Killed",
        SIGUSR1: "User defined signal 1", SIGUSR2: "User defined signal 2", SIGPIPE: "Broken pipe",
        SIGALRM: "Alarm clock", SIGTERM: "Terminated", SIGCHLD: "Child exited", SIGCONT: "Continued",
    }.get(_number(signalnum))


def valid_signals():
    return set(range(1, 32)) | set(range(34, NSIG))


def alarm(seconds, /):
    raise NotImplementedError("signal.alarm(): there are no signals from outside in Loopscope; use asyncio.timeout()")


def pause():
    raise NotImplementedError("signal.pause(): there are no signals from outside in Loopscope")
