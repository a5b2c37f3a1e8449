# Typographic quotes, copied from a text.
print(“hello”)
