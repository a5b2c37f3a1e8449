# A crawler over a pretend web: queue, visited set, workers, limits.
import asyncio

WEB = {
    "/": ["/a", "/b", "/c"],
    "/a": ["/a/1", "/a/2", "/"],
    "/b": ["/b/1", "/missing"],
    "/c": ["/a", "/c/deep"],
    "/a/1": [],
    "/a/2": ["/a/1"],
    "/b/1": ["/c"],
    "/c/deep": ["/c/deep/er"],
    "/c/deep/er": [],
}
DELAY = {"/": 0.01, "/a": 0.05, "/b": 0.1, "/c": 0.15}


class NotFound(Exception):
    pass


async def fetch(url):
    await asyncio.sleep(DELAY.get(url, 0.02))
    try:
        return WEB[url]
    except KeyError:
        raise NotFound(url) from None


class Crawler:
    def __init__(self, start, workers, depth):
        self.queue = asyncio.Queue()
        self.seen = {start}
        self.pages, self.errors = [], []
        self.depth = depth
        self.queue.put_nowait((start, 0))
        self.workers = workers

    async def work(self):
        while True:
            url, depth = await self.queue.get()
            try:
                for link in await fetch(url):
                    if link not in self.seen and depth < self.depth:
                        self.seen.add(link)
                        self.queue.put_nowait((link, depth + 1))
                self.pages.append(url)
            except NotFound as error:
                self.errors.append(str(error))
            finally:
                self.queue.task_done()

    async def run(self):
        tasks = [asyncio.create_task(self.work()) for _ in range(self.workers)]
        await self.queue.join()
        for t in tasks:
            t.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        return sorted(self.pages), self.errors


async def main():
    for workers, depth in ((1, 9), (3, 9), (3, 1)):
        crawler = Crawler("/", workers, depth)
        pages, errors = await crawler.run()
        print(workers, depth, len(pages), pages, errors)


asyncio.run(main())
