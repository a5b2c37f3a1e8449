# A crawler with Beautiful Soup, as tutorials write it.
import asyncio
from urllib.parse import urljoin

import aiohttp
from bs4 import BeautifulSoup

START = "https://mock.loopscope/site/"


async def fetch(session, url):
    async with session.get(url) as response:
        if response.status != 200:
            return url, None
        return url, BeautifulSoup(await response.text(), "html.parser")


async def main():
    seen, level = {START}, [START]
    async with aiohttp.ClientSession() as session:
        for depth in range(2):
            found = []
            for url, soup in await asyncio.gather(*(fetch(session, url) for url in level)):
                if soup is None:
                    print("lost:", url)
                    continue
                links = [urljoin(url, a["href"]) for a in soup.find_all("a", href=True)]
                print(depth, soup.title.string, "|", soup.h1.get_text(strip=True), "|", soup.p.text, "|", len(links))
                for link in links:
                    if link.startswith(START) and link not in seen:
                        seen.add(link)
                        found.append(link)
            level = found
    print(len(seen))


asyncio.run(main())
