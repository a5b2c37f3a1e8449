# A keyword as a variable.
first = 1
class = "5b"
