# Equals signs in a dictionary.
person = {"name" = "Ada", "age" = 36}
