// SPDX-License-Identifier: MIT
import { expect, it } from 'vitest';
import { isBusy, isLive, transition, type RunEvent, type RunState } from '../../web/session/machine';

const states: RunState[] = ['idle', 'loading', 'running', 'waiting', 'blocked', 'input', 'importing', 'paused', 'stopping', 'finished', 'crashed'];
const events: RunEvent[] = ['run', 'started', 'rejected', 'active', 'waits', 'blocks', 'asks', 'imports', 'pauses', 'stop', 'ended', 'crash', 'reset'];

const follow = (...list: RunEvent[]): RunState => list.reduce<RunState>(transition, 'idle');

it('a run goes from idle to finished', () => {
  expect(follow('run')).toBe('loading');
  expect(follow('run', 'started')).toBe('running');
  expect(follow('run', 'started', 'waits')).toBe('waiting');
  expect(follow('run', 'started', 'waits', 'active', 'blocks')).toBe('blocked');
  expect(follow('run', 'started', 'blocks', 'pauses', 'active', 'ended')).toBe('finished');
  expect(follow('run', 'rejected')).toBe('finished');
});

it('what the program still does does not undo a stop', () => {
  for (const event of ['active', 'waits', 'blocks', 'pauses', 'started'] as const) {
    expect(follow('run', 'started', 'stop', event)).toBe('stopping');
  }
  expect(follow('run', 'started', 'stop', 'ended')).toBe('finished');
});

it('every state can be left by run, and a live program can be stopped', () => {
  for (const state of states) {
    if (state !== 'loading') expect(transition(state, 'run')).toBe('loading');
    if (isLive(state)) expect(transition(state, 'stop')).toBe('stopping');
  }
});

it('no event leads nowhere', () => {
  for (const state of states) for (const event of events) expect(states).toContain(transition(state, event));
});

it('live states are busy', () => {
  for (const state of states) if (isLive(state)) expect(isBusy(state)).toBe(true);
  expect(isBusy('finished')).toBe(false);
});
