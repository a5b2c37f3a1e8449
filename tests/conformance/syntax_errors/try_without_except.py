# try alone.
try:
    x = int("5")
print(x)
