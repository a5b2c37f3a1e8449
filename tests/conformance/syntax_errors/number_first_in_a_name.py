# A name that begins with a digit.
1st_place = "Ada"
