# A comma is missing between arguments.
name = "Ada"
print("hello" name)
