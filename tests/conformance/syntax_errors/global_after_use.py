# global after the name was used.
count = 0

def bump():
    count = 1
    global count
