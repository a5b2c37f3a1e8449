# from without a name.
from math import
