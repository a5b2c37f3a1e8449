// SPDX-License-Identifier: MIT
// The demo course: ten topics of async/await. The programs are the playground's examples, so they are tested and their
// output is recorded; what is written here is what a teacher says around them.

/** What is between backticks is code, in paragraphs. */
export interface Text {
  readonly en: string;
  readonly ko: string;
}

export interface Lesson {
  /** Its anchor. */
  readonly id: string;
  /** Name of the program in playground-examples/. */
  readonly example: string;
  readonly title: Text;
  readonly paragraphs: readonly Text[];
  /** What to change and run again. */
  readonly tryIt: Text;
  /** The panel that shows the idea, first. */
  readonly panels: string;
  /** The reader orders the output before the first run. */
  readonly predict?: boolean;
}

export const courseText = {
  title: { en: 'Ten steps into async Python', ko: '비동기 파이썬 열 걸음' },
  intro: {
    en: 'Every program on this page runs in your browser. Read it, guess what it prints, run it, change it, and watch the event loop while it works. Nothing is installed and nothing is sent anywhere.',
    ko: '이 페이지의 모든 프로그램은 브라우저 안에서 실행됩니다. 읽고, 무엇이 출력될지 짐작하고, 실행하고, 고쳐 보면서 이벤트 루프가 움직이는 모습을 보세요. 설치할 것도 없고 어디로도 보내지 않습니다.',
  },
  contents: { en: 'Lessons', ko: '차례' },
  tryIt: { en: 'Try it', ko: '해 보기' },
  other: { en: '한국어', ko: 'English' },
  playground: { en: 'Open the playground', ko: 'Loopscope 열기' },
  skip: { en: 'Skip to the lessons', ko: '본문으로 바로 가기' },
} as const satisfies Readonly<Record<string, Text>>;

export const lessons: readonly Lesson[] = [
  {
    id: 'await', example: '01_first_await', panels: 'timers,tasks', predict: true,
    title: { en: 'Await: giving the turn back', ko: 'await: 차례를 돌려주기' },
    paragraphs: [
      {
        en: 'A function that begins with `async def` is a coroutine function. Calling it runs nothing yet: it makes a coroutine, and `asyncio.run` gives that coroutine to an event loop.',
        ko: '`async def`로 시작하는 함수는 코루틴 함수입니다. 호출해도 아직 아무것도 실행되지 않고 코루틴이 만들어질 뿐입니다. `asyncio.run`이 그 코루틴을 이벤트 루프에 넘깁니다.',
      },
      {
        en: 'At `await asyncio.sleep(1)` the coroutine stops at that line and the loop gets its turn back. A second later a timer fires and the coroutine goes on from the very same line.',
        ko: '`await asyncio.sleep(1)`에서 코루틴은 그 줄에 멈추고 루프가 차례를 돌려받습니다. 1초 뒤 타이머가 울리면 코루틴은 멈췄던 바로 그 줄에서 이어집니다.',
      },
    ],
    tryIt: {
      en: 'Remove the word `await` before `asyncio.sleep(1)`, and read what Python says about it.',
      ko: '`asyncio.sleep(1)` 앞의 `await`를 지우고 파이썬이 뭐라고 하는지 읽어 보세요.',
    },
  },
  {
    id: 'blocking', example: '02_blocking_versus_async', panels: 'timeline,tasks',
    title: { en: 'Blocking and waiting are not the same', ko: '막는 것과 기다리는 것은 다릅니다' },
    paragraphs: [
      {
        en: '`time.sleep` holds the whole thread: the loop cannot run anything else meanwhile. `asyncio.sleep` parks one task and leaves the thread to the others.',
        ko: '`time.sleep`은 스레드 전체를 붙잡습니다. 그동안 루프는 다른 일을 할 수 없습니다. `asyncio.sleep`은 태스크 하나만 멈추고 스레드는 다른 태스크에 맡깁니다.',
      },
    ],
    tryIt: {
      en: 'Compare the two halves on the timeline. Then add a fourth order, and say beforehand how long each half will take.',
      ko: '타임라인에서 두 부분을 비교해 보세요. 그다음 주문을 하나 더 넣고, 각 부분이 얼마나 걸릴지 먼저 말해 보세요.',
    },
  },
  {
    id: 'tasks', example: '03_two_tasks', panels: 'tasks,timers,ready', predict: true,
    title: { en: 'Tasks: more than one thing under way', ko: '태스크: 여러 일을 함께 진행하기' },
    paragraphs: [
      {
        en: '`create_task` puts a coroutine in line and returns at once. The task gets its first turn when the one that made it next awaits something.',
        ko: '`create_task`는 코루틴을 줄에 세우고 바로 돌아옵니다. 만든 쪽이 다음에 무언가를 `await`할 때 태스크가 첫 차례를 얻습니다.',
      },
      {
        en: 'From then on two tasks take turns in one thread. Neither is ever interrupted between two awaits.',
        ko: '그때부터 두 태스크가 스레드 하나를 번갈아 씁니다. `await`와 `await` 사이에서는 누구도 끼어들지 못합니다.',
      },
    ],
    tryIt: {
      en: 'Make both periods equal. Which task prints first now, and why is it always the same one?',
      ko: '두 주기를 같게 만들어 보세요. 이제 어느 태스크가 먼저 출력하나요? 왜 항상 같은 쪽일까요?',
    },
  },
  {
    id: 'gather', example: '11_gather_with_failures', panels: 'tasks,timeline', predict: true,
    title: { en: 'Waiting for several: gather', ko: '여럿을 함께 기다리기: gather' },
    paragraphs: [
      {
        en: '`gather` starts several awaitables and collects their results in the order in which you named them, whichever is ready first.',
        ko: '`gather`는 여러 어웨이터블을 시작하고, 무엇이 먼저 끝나든 적은 순서대로 결과를 모읍니다.',
      },
      {
        en: 'When one fails, the error comes out at once, but the others go on. With `return_exceptions=True` errors are results like all others.',
        ko: '하나가 실패하면 오류가 바로 나오지만 나머지는 계속됩니다. `return_exceptions=True`이면 오류도 다른 것과 같은 결과가 됩니다.',
      },
    ],
    tryIt: {
      en: 'Let two of them fail. Whose error do you get?',
      ko: '둘을 실패하게 만들어 보세요. 누구의 오류를 받게 되나요?',
    },
  },
  {
    id: 'cancel', example: '17_cancellation', panels: 'tasks,ready', predict: true,
    title: { en: 'Cancelling is asking', ko: '취소는 부탁입니다' },
    paragraphs: [
      {
        en: '`cancel` only leaves a note. At its next turn the task finds a `CancelledError` at the line where it is parked, and may clean up before it lets the error go on.',
        ko: '`cancel`은 쪽지를 남길 뿐입니다. 태스크는 다음 차례에 멈춰 있던 줄에서 `CancelledError`를 만나고, 오류를 내보내기 전에 정리할 수 있습니다.',
      },
    ],
    tryIt: {
      en: 'Swallow the `CancelledError` in the task instead of raising it again. What does `main` see?',
      ko: '태스크에서 `CancelledError`를 다시 일으키지 말고 삼켜 보세요. `main`에서는 무엇이 보이나요?',
    },
  },
  {
    id: 'timeout', example: '18_timeouts', panels: 'timers,tasks', predict: true,
    title: { en: 'Timeouts, and what must not be cut short', ko: '제한 시간, 그리고 끊기면 안 되는 일' },
    paragraphs: [
      {
        en: 'A timeout is a timer that cancels. If the timer fires first, the block is cancelled and you get a `TimeoutError`; `shield` keeps the inner work going.',
        ko: '제한 시간은 취소하는 타이머입니다. 타이머가 먼저 울리면 블록이 취소되고 `TimeoutError`가 나옵니다. `shield`는 안쪽 일이 계속되게 지켜 줍니다.',
      },
    ],
    tryIt: {
      en: 'Raise the limits until nothing times out, and watch the timers that are then taken back unused.',
      ko: '아무것도 시간 초과가 되지 않을 때까지 제한을 늘리고, 쓰이지 않고 거두어지는 타이머를 지켜보세요.',
    },
  },
  {
    id: 'group', example: '20_task_group', panels: 'tasks,timeline', predict: true,
    title: { en: 'Task groups: nobody is left behind', ko: '태스크 그룹: 아무도 남겨 두지 않기' },
    paragraphs: [
      {
        en: 'A `TaskGroup` ends when all its tasks have ended. If one fails, the others are cancelled and waited for, and every error arrives together in one `ExceptionGroup`.',
        ko: '`TaskGroup`은 모든 태스크가 끝나야 끝납니다. 하나가 실패하면 나머지를 취소하고 기다린 다음, 모든 오류를 `ExceptionGroup` 하나에 담아 전합니다.',
      },
    ],
    tryIt: {
      en: 'Compare with `gather` above: which tasks are still running after the error has come out?',
      ko: '위의 `gather`와 비교해 보세요. 오류가 나온 뒤에도 계속 실행되는 태스크가 있나요?',
    },
  },
  {
    id: 'semaphore', example: '13_semaphore', panels: 'tasks,timeline',
    title: { en: 'Taking turns: semaphores and locks', ko: '차례 지키기: 세마포어와 락' },
    paragraphs: [
      {
        en: 'A semaphore lets a fixed number of tasks through and parks the others in a queue. Whoever leaves wakes the one that has waited longest.',
        ko: '세마포어는 정해진 수의 태스크만 들여보내고 나머지는 줄을 세웁니다. 나가는 쪽이 가장 오래 기다린 쪽을 깨웁니다.',
      },
    ],
    tryIt: {
      en: 'Set the number to one: it is a lock now. How long does the whole take?',
      ko: '수를 1로 바꾸면 락이 됩니다. 전체는 얼마나 걸리나요?',
    },
  },
  {
    id: 'queue', example: '19_producer_consumer', panels: 'tasks,ready',
    title: { en: 'Handing work over: queues', ko: '일 넘겨주기: 큐' },
    paragraphs: [
      {
        en: 'A queue joins those who make work with those who do it, and neither needs to know the other. A full queue makes the producer wait: that is how a slow consumer slows the whole chain down, on purpose.',
        ko: '큐는 일을 만드는 쪽과 하는 쪽을 이어 줍니다. 서로를 알 필요가 없습니다. 큐가 차면 생산자가 기다립니다. 느린 소비자가 전체 속도를 늦추는 것은 의도된 일입니다.',
      },
    ],
    tryIt: {
      en: 'Take the size limit away. What does the producer do now, and where do the loaves wait?',
      ko: '크기 제한을 없애 보세요. 생산자는 이제 무엇을 하나요? 빵은 어디에서 기다리나요?',
    },
  },
  {
    id: 'async-for', example: '09_async_generator', panels: 'tasks,timers', predict: true,
    title: { en: 'Values over time: async for', ko: '시간에 걸쳐 오는 값: async for' },
    paragraphs: [
      {
        en: 'A function with `async def` and `yield` gives its values one by one and may wait between them. `async for` takes them; other tasks run in the gaps.',
        ko: '`async def`와 `yield`가 함께 있는 함수는 값을 하나씩 주고, 그 사이에 기다릴 수 있습니다. `async for`가 값을 받고, 틈에는 다른 태스크가 실행됩니다.',
      },
    ],
    tryIt: {
      en: 'Leave the loop early with `break`, and find out when the `finally` block of the generator runs.',
      ko: '`break`로 반복을 일찍 끝내고, 제너레이터의 `finally` 블록이 언제 실행되는지 알아보세요.',
    },
  },
];
