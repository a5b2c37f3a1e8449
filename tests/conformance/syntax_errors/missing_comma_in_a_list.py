# A comma is missing between two items of a list.
colors = [
    "red",
    "green"
    "blue",
    1 2,
]
