# A statement in a lambda.
f = lambda x: return x * 2
