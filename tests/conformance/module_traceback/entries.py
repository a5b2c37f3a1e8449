"""format_exception gives a list: a frame is one entry, and so is the sentence between two tracebacks."""
import traceback, sys
def f(n):
    if n: return f(n-1)
    raise ValueError('x')
def g():
    try: f(2)
    except ValueError as e: raise RuntimeError('y') from e
try: g()
except RuntimeError as e:
    print(traceback.format_exception(e)); print(list(traceback.TracebackException.from_exception(e).format()))
    print(traceback.format_exception(e, chain=False), traceback.format_exception(e, limit=1))
try: raise ExceptionGroup('g', [ValueError(1), TypeError(2)])
except ExceptionGroup as e: print(traceback.format_exception(e)); print(list(traceback.TracebackException.from_exception(e).format()))
def deep(n): return deep(n-1) if n else 1/0
try: deep(8)
except ZeroDivisionError as e: print(traceback.format_exception(e))
try: compile('x = = 1', 'file', 'exec')
except SyntaxError as e: print(traceback.format_exception(e))
from typing import NewType
U = NewType('U', int)
try:
    class B(U): pass
except TypeError as e: print(e)
e = ValueError('a'); e.add_note('n1\nn2')
print(traceback.format_exception(e), traceback.format_exception_only(e))
