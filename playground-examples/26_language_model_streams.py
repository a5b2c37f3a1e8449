# title.en: Asking a language model in parallel, and reading along
# title.ko: 언어 모델에 동시에 묻고, 답을 읽어 가며 받기
# about.en: The first answer is printed token by token as it arrives. Then three questions are asked at the same time, and together they take as long as the longest answer. Without a key of yours, a small pretend model answers; the program runs unchanged with the real service.
# about.ko: 첫 번째 답은 토큰이 도착하는 대로 출력합니다. 그다음에는 질문 세 개를 동시에 보내며, 가장 긴 답을 받는 시간이면 셋 다 끝납니다. 키가 없으면 작은 모의 모델이 답합니다. 실제 서비스에서도 프로그램을 고치지 않고 그대로 쓸 수 있습니다.
# topic: network
# order: 26

import asyncio
import time

from openai import AsyncOpenAI

client = AsyncOpenAI()


async def stream(question):
    """Prints the answer while it is being written."""
    chunks = await client.chat.completions.create(
        model="gpt-4o-mini",
        messages=[{"role": "user", "content": question}],
        stream=True,
    )
    tokens = 0
    async for chunk in chunks:
        token = chunk.choices[0].delta.content
        if token:
            tokens += 1
            print(token, end="", flush=True)
    print(f"\n    ({tokens} tokens)")


async def ask(question):
    answer = await client.chat.completions.create(
        model="gpt-4o-mini",
        messages=[{"role": "user", "content": question}],
    )
    return answer.choices[0].message.content, answer.usage.completion_tokens


async def main():
    await stream("What does await do?")

    questions = ["What is a task?", "이벤트 루프란 무엇인가요?", "When should I use threads?"]
    start = time.perf_counter()
    answers = await asyncio.gather(*map(ask, questions))
    together = time.perf_counter() - start
    for question, (answer, tokens) in zip(questions, answers):
        print(f"\n{question}\n    {answer}\n    ({tokens} tokens)")

    start = time.perf_counter()
    for question in questions:
        await ask(question)
    one_by_one = time.perf_counter() - start
    print("\nquicker together:", together < one_by_one)


asyncio.run(main())
