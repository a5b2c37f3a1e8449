# A line continuation with a space behind it.
total = 1 + \ 
    2
