# Defaults are evaluated when the function is made.
def make(limit=int("ten")):
    return limit


print("never")
