"""Calling a module instead of what it contains."""
import datetime
import math
import pprint
import random
import time
import types

for module in (time, random, pprint, datetime, math):
    try:
        module()
    except TypeError as error:
        print(error)

mine = types.ModuleType("mine")
mine.mine = 5
try:
    mine()
except TypeError as error:
    print(error)
mine.mine = len
try:
    mine([1])
except TypeError as error:
    print(error)
print(time.time is not None)
random(1, 10)
