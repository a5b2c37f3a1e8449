# A program whose lines are indented with tabs; the tabs are shown.
def area(width, height):
	if width > 0:
		return width * * height
	return 0
