// SPDX-License-Identifier: MIT
import { signal, type ReadonlySignal } from '@preact/signals';
import { outputRecords, type StreamName } from '../protocol/output_records';

export interface ConsoleLine {
  readonly stream: StreamName;
  /** Program seconds at which the line was begun. */
  readonly time: number;
  readonly text: string;
}

/** Lines kept; older ones are dropped and counted. */
export const MAX_LINES = 10_000;
/** A longer line is broken, so that one endless line cannot fill the memory. Characters. */
export const MAX_LINE_LENGTH = 2_000;
/** Bytes at a batch's end that can still matter. The rest of a flood is counted, not decoded. */
const MAX_DECODED_BYTES = 4 * 1024 * 1024;

const NEWLINE = 10;

interface Pending {
  readonly time: number;
  text: string;
  readonly decoder: TextDecoder;
}

/**
 * The console's lines: a bounded ring fed with output batches. 100 MB of output costs the time to
 * count its newlines; only the last `MAX_LINES` lines are ever decoded and kept.
 */
export class ConsoleStore {
  private lines: ConsoleLine[] = [];
  private start = 0;
  private droppedLines = 0;
  private readonly pending = new Map<StreamName, Pending>();
  private readonly revisionSignal = signal(0);

  /** Changes with every change of the lines; read it to subscribe. */
  get revision(): ReadonlySignal<number> {
    return this.revisionSignal;
  }

  /** Lines to show, the unfinished ones included. */
  get length(): number {
    return this.lines.length - this.start + this.pending.size;
  }

  /** Lines to show that have their line break. */
  get finishedLength(): number {
    return this.lines.length - this.start;
  }

  /** Lines that were printed and are no longer kept. */
  get dropped(): number {
    return this.droppedLines;
  }

  line(index: number): ConsoleLine | undefined {
    const finished = this.lines.length - this.start;
    if (index < finished) return this.lines[this.start + index];
    const [stream, open] = [...this.pending][index - finished] ?? [];
    return stream && open ? { stream, time: open.time, text: open.text } : undefined;
  }

  /** Everything kept, as text. */
  text(): string {
    const parts: string[] = [];
    for (let index = 0; index < this.length; index += 1) parts.push(this.line(index)?.text ?? '');
    return parts.join('\n') + (parts.length > 0 ? '\n' : '');
  }

  append(batch: Uint8Array): void {
    let skip = batch.byteLength > MAX_DECODED_BYTES ? batch.byteLength - MAX_DECODED_BYTES : 0;
    for (const { stream, time, bytes } of outputRecords(batch)) {
      if (skip > 0) {
        const cut = Math.min(skip, bytes.byteLength);
        skip -= bytes.byteLength;
        this.droppedLines += countNewlines(bytes.subarray(0, cut));
        this.pending.delete(stream);
        if (cut < bytes.byteLength) this.write(stream, time, bytes.subarray(cut));
      } else {
        this.write(stream, time, bytes);
      }
    }
    this.trim();
    this.revisionSignal.value += 1;
  }

  /** A line of the page's own, e.g. a SyntaxError report. */
  note(stream: StreamName, time: number, text: string): void {
    this.flushPending();
    for (const line of text.replace(/\n$/, '').split('\n')) this.push({ stream, time, text: line });
    this.trim();
    this.revisionSignal.value += 1;
  }

  /** What the visitor typed, after the prompt. */
  echo(text: string): void {
    const open = this.pending.get('stdout');
    this.pending.delete('stdout');
    this.push({ stream: 'stdout', time: open?.time ?? 0, text: (open?.text ?? '') + text });
    this.trim();
    this.revisionSignal.value += 1;
  }

  clear(): void {
    this.lines = [];
    this.start = 0;
    this.droppedLines = 0;
    this.pending.clear();
    this.revisionSignal.value += 1;
  }

  private write(stream: StreamName, time: number, bytes: Uint8Array): void {
    let open = this.pending.get(stream);
    let from = 0;
    // Whole characters only: the decoder keeps a cut one for the next record.
    while (from < bytes.byteLength) {
      const newline = bytes.indexOf(NEWLINE, from);
      const to = newline < 0 ? bytes.byteLength : newline;
      if (!open) {
        open = { time, text: '', decoder: new TextDecoder() };
        this.pending.set(stream, open);
      }
      open.text += open.decoder.decode(bytes.subarray(from, to), { stream: newline < 0 });
      while (open.text.length > MAX_LINE_LENGTH) {
        this.push({ stream, time: open.time, text: open.text.slice(0, MAX_LINE_LENGTH) });
        open.text = open.text.slice(MAX_LINE_LENGTH);
      }
      if (newline < 0) return;
      this.push({ stream, time: open.time, text: open.text });
      this.pending.delete(stream);
      open = undefined;
      from = newline + 1;
    }
  }

  private flushPending(): void {
    for (const [stream, open] of this.pending) this.push({ stream, time: open.time, text: open.text });
    this.pending.clear();
  }

  private push(line: ConsoleLine): void {
    this.lines.push(line);
    // Keeps one batch from growing the array far beyond the cap.
    if (this.lines.length - this.start > 2 * MAX_LINES) this.trim();
  }

  private trim(): void {
    const excess = this.lines.length - this.start - MAX_LINES;
    if (excess <= 0) return;
    this.start += excess;
    this.droppedLines += excess;
    if (this.start > MAX_LINES) {
      this.lines = this.lines.slice(this.start);
      this.start = 0;
    }
  }
}

function countNewlines(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) count += 1;
  return count;
}
