"""What the frames of an uncaught exception hold lives until the atexit functions have run."""
import atexit
import sys


class Resource:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("released", self.name)


@atexit.register
def report():
    print("atexit:", type(sys.last_exc).__name__, sys.last_type.__name__, sys.last_value is sys.last_exc)


def work():
    local = Resource("local of work")
    return 1 / 0


shared = Resource("global")
work()
