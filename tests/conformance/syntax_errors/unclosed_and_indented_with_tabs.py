# A bracket that is never closed, in a line that is indented with tabs.
def show(rows):
	for row in rows:
		print("row", row
	return rows
