# "else if" as other languages have it.
n = 3
if n > 5:
    print("big")
else if n > 1:
    print("middle")
