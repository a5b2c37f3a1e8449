# A crawler: workers take addresses from a queue, fetch the page, and put new addresses in.
import asyncio
from html.parser import HTMLParser
from urllib.parse import urldefrag, urljoin

import aiohttp

START = "https://mock.loopscope/site/"


class Links(HTMLParser):
    def __init__(self, base):
        super().__init__()
        self.base = base
        self.found = []
        self.title = ""
        self._in_title = False

    def handle_starttag(self, tag, attrs):
        self._in_title = tag == "title"
        if tag == "a":
            self.found.append(urldefrag(urljoin(self.base, dict(attrs)["href"]))[0])

    def handle_data(self, data):
        if self._in_title:
            self.title += data.strip()


class Crawler:
    def __init__(self, session):
        self.session = session
        self.queue = asyncio.Queue()
        self.seen = set()
        self.pages = {}

    def add(self, url):
        if url.startswith(START) and url not in self.seen:
            self.seen.add(url)
            self.queue.put_nowait(url)

    async def visit(self, url):
        try:
            async with self.session.get(url, timeout=aiohttp.ClientTimeout(total=1)) as response:
                if response.status != 200:
                    self.pages[url] = f"status {response.status}"
                    return
                parser = Links(url)
                parser.feed(await response.text())
        except asyncio.TimeoutError:
            self.pages[url] = "too slow"
            return
        self.pages[url] = parser.title
        for link in parser.found:
            self.add(link)

    async def worker(self):
        while True:
            url = await self.queue.get()
            try:
                await self.visit(url)
            finally:
                self.queue.task_done()


async def main():
    async with aiohttp.ClientSession() as session:
        crawler = Crawler(session)
        crawler.add(START)
        workers = [asyncio.create_task(crawler.worker()) for _ in range(4)]
        await crawler.queue.join()
        for worker in workers:
            worker.cancel()
        await asyncio.gather(*workers, return_exceptions=True)
    for url in sorted(crawler.pages):
        print(url.removeprefix(START) or ".", "-", crawler.pages[url])
    print(len(crawler.pages), "pages")


asyncio.run(main())
