# A starred expression alone.
values = [1, 2]
*values
