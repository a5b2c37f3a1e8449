"""Errors of the operating system: names of numbers."""
EPERM = 1
ENOENT = 2
EINTR = 4
EAGAIN = 11
EACCES = 13
EEXIST = 17
EINVAL = 22
EPIPE = 32
ECONNREFUSED = 111
ETIMEDOUT = 110
errorcode = {v: k for k, v in list(globals().items()) if k[0] == "E"}
