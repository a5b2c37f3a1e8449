# A comparison as a target.
a = b = 1
a < b = True
