# An increment as other languages have it.
count = 0
count++
