# async for in a plain function.
async def source():
    yield 1

def collect():
    return [x async for x in source()]
