# A call whose arguments are unpacked.
def area(width, height):
    return width * height


sizes = [(2, 3), (4, 5), (6,)]
for size in sizes:
    print(area(*size))
