# A function without a body.
def later():

def now():
    return 1
