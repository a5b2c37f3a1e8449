"""A module that something still holds is emptied name by name: underscores first, and later names find None."""
import sys


class Noted:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print(self.name, "sees", Noted if Noted is None else "the class")


visible = Noted("visible")
_private = Noted("_private")
sys.held = sys.modules[__name__]
print("end of program")
