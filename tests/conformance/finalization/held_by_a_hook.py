"""What sys itself holds is not finalized at the end, nor is anything that it leads to."""
import sys


class Silent:
    def __del__(self):
        print("never printed")


kept = Silent()
sys.excepthook = lambda kind, value, traceback: print("hook got", kind.__name__, value)
raise LookupError("nothing here")
