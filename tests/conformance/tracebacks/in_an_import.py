# An import of a module that is not there, with a name that is nearly one.
import math

print(math.floor(2.5))
import maths
