# SPDX-License-Identifier: MIT
"""What the mock internet says at length (runtime/network/mock/texts.h): apart, so that only programs that ask for it fetch it."""

# The pages of /site/: path, title, text, and where they link to.
PAGES = (
    ("", "The town", "A small town by the sea. Everything in it is within walking distance.", "/site/harbour /site/market /site/library /site/museum /site/town-hall"),
    ("harbour", "The harbour", "Boats come in with the tide and leave with the next one.", "harbour/ferries market /site/"),
    ("harbour/ferries", "Ferries", "Three ferries a day, five in summer. The island is an hour away.", "../harbour island"),
    ("harbour/island", "The island", "Sheep, a lighthouse, and no cars at all.", "ferries"),
    ("market", "The market", "Every Tuesday and Saturday, in any weather.", "market/fruit market/fish market/bread /site/"),
    ("market/fruit", "Fruit", "Apples from the hills, strawberries in June.", "fish ../market"),
    ("market/fish", "Fish", "What the boats brought this morning.", "fruit bread /site/harbour"),
    ("market/bread", "Bread", "Four bakers, and four opinions about rye.", "fish fruit"),
    ("library", "The library", "Forty thousand books and a cat.", "library/hours library/catalogue museum"),
    ("library/hours", "Opening hours", "Open from ten to six, closed on Mondays.", "../library"),
    ("library/catalogue", "The catalogue", "Cards until 1998, a computer since.", "../library /site/museum/archive"),
    ("museum", "The museum", "The history of the town in seven rooms.", "museum/archive library https://mock.loopscope/html"),
    ("museum/archive", "The archive", "Old maps and letters. Fetching them takes its time.", "../museum"),
    ("town-hall", "The town hall", "The mayor's office is on the second floor.", "lost-property /site/ mailto:mayor@town.example"),
)

# How the language model answers: before and after the beginning of the question, and what then may follow.
ENGLISH = (
    'You asked about "', '".',
    "The short answer is that it depends on what you are waiting for.",
    "Start with the smallest program that shows it.",
    "Two things at once are fine as long as one of them waits.",
    "Measure first, then change one thing, then measure again.",
    "Most of the time goes by in places where nobody looks.",
    "A queue between the two sides makes both of them simpler.",
    "If it can fail, decide what should happen when it does.",
    "Read it aloud once, and the mistake shows itself.",
)
KOREAN = (
    '"', '"에 대해 물으셨네요.',
    "짧게 답하면, 무엇을 기다리느냐에 따라 다릅니다.",
    "문제를 보여 주는 가장 작은 프로그램부터 시작해 보세요.",
    "하나가 기다리는 동안이라면 두 가지 일을 함께 해도 괜찮습니다.",
    "먼저 재고, 하나만 바꾸고, 다시 재 보세요.",
    "시간은 대개 아무도 보지 않는 곳에서 흘러갑니다.",
    "둘 사이에 큐를 두면 양쪽 모두 단순해집니다.",
    "실패할 수 있다면, 실패했을 때 어떻게 할지 정해 두세요.",
    "한 번 소리 내어 읽으면 실수가 스스로 드러납니다.",
)

# The list that / shows: a path, and what is there.
INDEX = (
    ("/get", "the request's arguments and headers"),
    ("/post", "the same, and its body"),
    ("/put", "the same"),
    ("/patch", "the same"),
    ("/delete", "the same"),
    ("/anything", "the same, by any method and below any path"),
    ("/headers", "the request's headers"),
    ("/ip", "from where it came"),
    ("/user-agent", "what the client calls itself"),
    ("/json", "a JSON document"),
    ("/bytes/N?seed=S", "N bytes by chance"),
    ("/uuid", "a UUID"),
    ("/delay/SECONDS", "answers so much later (at most 10)"),
    ("/stream/N", "N lines of JSON, a tenth of a second apart"),
    ("/status/CODE", "that status; of several, CODE:WEIGHT,..., one"),
    ("/redirect/N", "N redirects, then /get"),
    ("/relative-redirect", "the same"),
    ("/redirect-to?url=U", "to that address"),
    ("/drip?duration=S&numbytes=N", "N bytes, spread over that time"),
    ("/html", "a page"),
    ("/robots.txt", "what crawlers are asked not to fetch"),
    ("/links/N/OFFSET", "N links, of which that one is the page itself"),
    ("/response-headers?NAME=VALUE", "with these headers"),
    ("/cookies", "the cookies that came; /cookies/set?NAME=VALUE sets some"),
    ("/basic-auth/USER/PASSWORD", "asks for them"),
    ("/bearer", "asks for a token"),
    ("/flaky/PERCENT", "so many requests fail with 503, or with ?how=reset by a reset connection"),
    ("/ratelimit/N", "N requests a second, the others get 429 and Retry-After"),
    ("/site", "a small site to crawl"),
    ("/v1/chat/completions", "a language model; with stream: true token by token"),
    ("/v1/embeddings", "vectors of texts"),
    ("/v1/models", "which models there are"),
)
