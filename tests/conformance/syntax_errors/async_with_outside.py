# async with in a plain function.
import asyncio

def main():
    async with asyncio.Lock():
        pass
