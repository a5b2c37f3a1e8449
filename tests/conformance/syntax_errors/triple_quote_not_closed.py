# A string over several lines that never ends.
text = """
It begins here
and goes on

print(text)
