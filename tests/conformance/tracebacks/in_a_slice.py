# A slice with a wrong index.
text = "hello"
print(text[1:3])
start = "1"
print(text[start:3])
