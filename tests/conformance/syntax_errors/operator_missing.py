# Two values next to each other.
width = 3
area = 2 width
