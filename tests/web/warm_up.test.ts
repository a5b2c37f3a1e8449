// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest';
import { RunStatus, type Runtime } from '../../web/worker/runtime';
import { warmUp } from '../../web/worker/warm_up';

/** A runtime whose program takes some slices; `calls` says what was done to it. */
function runtimeOf(statuses: RunStatus[], calls: string[]): Runtime {
  const note = (what: string) => (): undefined => { calls.push(what); };
  return {
    configure: note('configure'),
    load: (source: string) => {
      calls.push(`load ${source}`);
      return { ok: true, diagnostics: [] };
    },
    run: () => {
      calls.push('run');
      const status = statuses.shift();
      if (status === undefined) throw new Error('trap');
      return status;
    },
    output: note('output'),
    trace: note('trace'),
    snapshot: () => '{}',
  } as unknown as Runtime;
}

/** Runs what is queued, one task at a time, until nothing is. */
function drive(runtime: Runtime, cancelled: () => boolean): void {
  const queue: (() => void)[] = [];
  warmUp(runtime, 'pass', { soon: (task) => { queue.push(task); } }, cancelled);
  for (let task = queue.shift(); task; task = queue.shift()) task();
}

describe('the warm-up', () => {
  it('runs its program to the end and takes out what it made', () => {
    const calls: string[] = [];
    drive(runtimeOf([RunStatus.budget, RunStatus.finished], calls), () => false);
    expect(calls).toEqual(['configure', 'load pass', 'run', 'output', 'trace', 'run', 'output', 'trace']);
  });

  it('gives way to a program that is started', () => {
    const calls: string[] = [];
    drive(runtimeOf([RunStatus.budget, RunStatus.budget], calls), () => calls.includes('run'));
    expect(calls.filter((call) => call === 'run')).toHaveLength(1);
  });

  it('waits for nothing, and its failure is nobody\'s', () => {
    const calls: string[] = [];
    drive(runtimeOf([RunStatus.module, RunStatus.finished], calls), () => false);
    expect(calls.filter((call) => call === 'run')).toHaveLength(1);
    expect(() => { drive(runtimeOf([], []), () => false); }).not.toThrow();
  });
});
