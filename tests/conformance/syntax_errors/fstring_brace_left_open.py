# A brace of an f-string that is not closed.
name = "Ada"
print(f"hello {name")
