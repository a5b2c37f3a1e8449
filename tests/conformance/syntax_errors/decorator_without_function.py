# A decorator on a statement.
def deco(f):
    return f

@deco
x = 5
