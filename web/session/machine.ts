// SPDX-License-Identifier: MIT

/**
 * What the visitor is told about the run:
 * `loading` the runtime is on its way, `running` it computes, `waiting` the loop sleeps until a timer or I/O,
 * `blocked` one call holds the whole program (time.sleep), `input` it waits for a line to be typed, `importing` a library module is on its way, `stopping` asked to stop and not there yet,
 * `finished` it ended (well, with an exception, or stopped), `crashed` the runtime itself failed.
 */
export type RunState =
  | 'idle' | 'loading' | 'running' | 'waiting' | 'blocked' | 'input' | 'importing' | 'paused' | 'stopping' | 'finished' | 'crashed';

export type RunEvent =
  | 'run' | 'started' | 'rejected' | 'active' | 'waits' | 'blocks' | 'asks' | 'imports' | 'pauses' | 'stop' | 'ended' | 'crash' | 'reset';

/** Each line: in this state, these events lead there. What is not named changes nothing. */
const transitions: Readonly<Record<RunState, Partial<Record<RunEvent, RunState>>>> = {
  idle: { run: 'loading', crash: 'crashed' },
  loading: { started: 'running', rejected: 'finished', stop: 'stopping', ended: 'finished', crash: 'crashed' },
  running: live('running'),
  waiting: live('waiting'),
  blocked: live('blocked'),
  input: live('input'),
  importing: live('importing'),
  paused: live('paused'),
  stopping: { ended: 'finished', rejected: 'finished', crash: 'crashed', run: 'loading' },
  finished: { run: 'loading', reset: 'idle', crash: 'finished' },
  crashed: { run: 'loading', reset: 'idle' },
};

function live(self: RunState): Partial<Record<RunEvent, RunState>> {
  const all: Partial<Record<RunEvent, RunState>> = {
    run: 'loading', active: 'running', waits: 'waiting', blocks: 'blocked', asks: 'input', imports: 'importing', pauses: 'paused',
    stop: 'stopping', ended: 'finished', crash: 'crashed',
  };
  return Object.fromEntries(Object.entries(all).filter(([, to]) => to !== self));
}

export function transition(state: RunState, event: RunEvent): RunState {
  return transitions[state][event] ?? state;
}

/** A program exists and has not ended. */
export function isLive(state: RunState): boolean {
  return state === 'running' || state === 'waiting' || state === 'blocked' || state === 'input' || state === 'importing' || state === 'paused';
}

/** Run would be refused or would restart: Stop makes sense. */
export function isBusy(state: RunState): boolean {
  return state === 'loading' || state === 'stopping' || isLive(state);
}
