# A parameter without default after one with it.
def area(width=1, height):
    return width * height
