# One equals sign in a while condition.
guess = 0
while guess = 5:
    guess += 1
