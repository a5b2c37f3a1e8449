# title.en: A polite crawler: aiohttp and a limit
# title.ko: 예의 바른 크롤러: aiohttp와 동시 실행 제한
# about.en: Fetches a small site level by level. All pages of a level are asked for at once, but the semaphore lets only three requests go at a time; the site has a link that leads nowhere and a page that takes too long. The network panel shows every request as a bar.
# about.ko: 작은 사이트를 한 단계씩 내려가며 가져옵니다. 같은 단계의 페이지는 한꺼번에 요청하지만, 세마포어가 동시에 세 개까지만 내보냅니다. 이 사이트에는 끊어진 링크와 너무 느린 페이지도 있습니다. 네트워크 패널에서 요청 하나하나를 막대로 볼 수 있습니다.
# topic: network
# order: 23

import asyncio
import re
from urllib.parse import urljoin

import aiohttp

START = "https://mock.loopscope/site/"


async def fetch(session, url, gate):
    """The page's links, or what went wrong."""
    async with gate:                                    # at most three inside
        try:
            async with session.get(url, timeout=aiohttp.ClientTimeout(total=1)) as response:
                response.raise_for_status()
                html = await response.text()
        except aiohttp.ClientResponseError as error:
            return f"status {error.status}", []
        except asyncio.TimeoutError:
            return "too slow, skipped", []
    title = re.search("<title>(.*?)</title>", html)[1]
    links = [urljoin(url, link) for link in re.findall('href="(.*?)"', html)]
    return title, [link for link in links if link.startswith(START)]


async def main():
    gate = asyncio.Semaphore(3)
    seen = {START}
    level = [START]
    async with aiohttp.ClientSession() as session:
        for depth in range(3):
            pages = await asyncio.gather(*(fetch(session, url, gate) for url in level))
            print(f"level {depth}: {len(level)} pages")
            found = []
            for url, (title, links) in zip(level, pages):
                print(f"    {url.removeprefix(START) or '(start)'}: {title}")
                for link in links:
                    if link not in seen:
                        seen.add(link)
                        found.append(link)
            level = found
    print(len(seen), "addresses seen")


asyncio.run(main())
