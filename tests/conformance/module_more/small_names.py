"""Names and answers of modules that are seldom asked for."""
import codeop
import operator
import time
from collections import ChainMap

print(time._STRUCT_TM_ITEMS, time.struct_time.n_fields, time.struct_time.n_sequence_fields, time.struct_time.n_unnamed_fields)
print(operator.__all__)
print(codeop.PyCF_DONT_IMPLY_DEDENT, codeop.PyCF_ALLOW_INCOMPLETE_INPUT)
for attempt in (lambda: ChainMap({}) | 3, lambda: [1] | ChainMap({}), lambda: ChainMap({1: 2}) | {3: 4}, lambda: {3: 4} | ChainMap({1: 2})):
    try:
        print(attempt())
    except TypeError as e:
        print(e)
