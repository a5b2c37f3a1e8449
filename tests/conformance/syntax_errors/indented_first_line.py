# The program begins with a space.
 print("hello")
