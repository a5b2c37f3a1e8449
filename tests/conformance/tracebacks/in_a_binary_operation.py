# The operator that failed is marked, its operands too.
width, height, depth = 2, 3, "4"
volume = width * height + (width - height) * (depth - width)
