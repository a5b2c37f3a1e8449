# Chat with a language model: whole answers, streamed ones, several at once, and what goes wrong.
import asyncio
import time

import httpx
import openai
from openai import AsyncOpenAI, OpenAI

client = AsyncOpenAI(api_key="mock", base_url="https://mock.loopscope/v1")


def user(text):
    return [{"role": "user", "content": text}]


async def ask(question, **params):
    answer = await client.chat.completions.create(model="gpt-4o-mini", messages=user(question), **params)
    return answer.choices[0].message.content


async def main():
    answer = await client.chat.completions.create(
        model="gpt-4o-mini",
        messages=[{"role": "system", "content": "Be short."}, *user("What is a coroutine?")],
        temperature=0.2,
    )
    print(answer.object, answer.model, answer.choices[0].finish_reason, answer.choices[0].message.role)
    print(answer.choices[0].message.content)
    print(answer.usage)
    print(answer.choices[0].model_dump())

    stream = await client.chat.completions.create(model="gpt-4o-mini", messages=user("이벤트 루프란?"), stream=True,
                                                  stream_options={"include_usage": True})
    parts = []
    async for chunk in stream:
        if chunk.choices:
            parts.append(chunk.choices[0].delta.content or "")
        else:
            print(chunk.usage)
    print("".join(parts), len(parts))

    start = time.monotonic()
    answers = await asyncio.gather(*(ask(f"Question {number}", max_tokens=5) for number in range(4)))
    print(answers, time.monotonic() - start < 1.5)

    stream = await client.chat.completions.create(model="gpt-4o-mini", messages=user("Stop me"), stream=True)
    async with stream:
        async for chunk in stream:
            if chunk.choices[0].delta.content:
                print("first token:", chunk.choices[0].delta.content)
                break

    vectors = await client.embeddings.create(model="text-embedding-3-small", input=["await", "async"])
    print(len(vectors.data), vectors.data[0].index, len(vectors.data[0].embedding), vectors.usage.total_tokens)
    print([model.id async for model in client.models.list()])


async def failures():
    try:
        await client.chat.completions.create(model="", messages=user("x"))
    except openai.BadRequestError as error:
        print(type(error).__name__, error, error.status_code, error.type, error.response.status_code)
    try:
        await client.with_options(timeout=0.05, max_retries=0).chat.completions.create(model="m", messages=user("x"))
    except openai.APITimeoutError as error:
        print(type(error).__name__, error)
    nobody = AsyncOpenAI(api_key="k", base_url="http://localhost:9/v1", max_retries=0)
    try:
        await nobody.models.list()
    except openai.APIConnectionError as error:
        print(type(error).__name__, error, type(error.__cause__).__name__)

    attempts = []

    def handler(request):
        attempts.append(request.headers.get("x-stainless-retry-count"))
        if len(attempts) < 3:
            return httpx.Response(429, json={"error": {"message": "slow down", "type": "rate_limit", "code": "busy"}})
        return httpx.Response(200, json={"id": "1", "object": "list", "data": []})

    async with AsyncOpenAI(api_key="k", http_client=httpx.AsyncClient(transport=httpx.MockTransport(handler))) as mocked:
        print((await mocked.models.list()).data, len(attempts))
        attempts.clear()
        try:
            await mocked.with_options(max_retries=1).models.list()
        except openai.RateLimitError as error:
            print(error, error.code, error.body, len(attempts))
    for name in ("APIError", "APIStatusError", "APITimeoutError", "RateLimitError", "InternalServerError"):
        print(name, [base.__name__ for base in getattr(openai, name).__mro__[1:-3]])


async def all_of_it():
    await main()
    await failures()


asyncio.run(all_of_it())

with OpenAI(api_key="mock", base_url="https://mock.loopscope/v1") as blocking:
    for chunk in blocking.chat.completions.create(model="m", messages=user("Hi"), stream=True, max_tokens=4):
        print(chunk.choices[0].delta.content, end="|")
    print()
