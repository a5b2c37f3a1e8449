# A keyword as a parameter.
def send(to, from):
    return to, from
