# The old form of several exceptions.
try:
    x = 1
except ValueError, TypeError:
    x = 2
