# "Did you mean": the texts on stderr hold it, the exception does not.
import math


class Robot:
    def __init__(self):
        self.battery = 100

    def recharge(self):
        self.batery += 10


try:
    Robot().recharge()
except AttributeError as error:
    print(error, error.name, type(error.obj).__name__)
try:
    math.squrt(2)
except AttributeError as error:
    print(error)
try:
    pritn("x")
except NameError as error:
    print(error, error.name)
Robot().recharge()
