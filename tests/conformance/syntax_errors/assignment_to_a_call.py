# A call on the left side.
def size():
    return 1

size() = 5
