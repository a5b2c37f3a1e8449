// SPDX-License-Identifier: MIT
import {
  traceHeaderBytes, traceLayouts, type TraceEventType, type TraceFieldLayout,
} from '../protocol/trace_format.generated';

/** One suspended coroutine frame; `parent` leads outwards. */
export interface TraceFrame {
  readonly parent: number;
  readonly name: string;
  readonly line: number;
}

/** Strings and frames remembered; the oldest go first. An id that is gone reads as empty. */
const MAX_INTERNED = 50_000;

function offsetsOf(type: TraceEventType): ReadonlyMap<string, TraceFieldLayout> {
  const layout = traceLayouts.find(({ name }) => name === type);
  return new Map((layout?.fields ?? []).map((field) => [field.name, field]));
}

const KIND = new Map(traceLayouts.map(({ name }, index) => [name, index + 1]));
const STRING_DEFINED = KIND.get('string_defined');
const FRAME_DEFINED = KIND.get('frame_defined');
const STRING_TEXT_AT = traceLayouts[0]?.bytes ?? 24;

/** Where a field lies in a record; made once for each field that is read. */
export function field(type: TraceEventType, name: string): TraceFieldLayout {
  const layout = offsetsOf(type).get(name);
  if (!layout) throw new Error(`the trace format has no ${type}.${name}`);
  return layout;
}

const stringId = field('string_defined', 'id');
const stringLength = field('string_defined', 'length');
const frameId = field('frame_defined', 'id');
const frameParent = field('frame_defined', 'parent');
const frameName = field('frame_defined', 'name');
const frameLine = field('frame_defined', 'line');

/**
 * Walks trace batches record by record without making an object for each: a busy program writes
 * a million records a second. Strings and frames are remembered across batches.
 *
 * @example
 * cursor.open(batch);
 * while (cursor.next()) if (cursor.type === 'task_created') cursor.text(nameField);
 */
export class TraceCursor {
  type: TraceEventType = 'dropped';
  time = 0;
  /** The task that was running, 0 for none. */
  by = 0;

  private view: DataView = new DataView(new ArrayBuffer(0));
  private at = 0;
  private nextAt = 0;
  private readonly strings = new Map<number, string>();
  private readonly frames = new Map<number, TraceFrame>();
  private readonly decoder = new TextDecoder();

  open(batch: Uint8Array): void {
    this.view = new DataView(batch.buffer, batch.byteOffset, batch.byteLength);
    this.at = 0;
    this.nextAt = 0;
  }

  reset(): void {
    this.open(new Uint8Array(0));
    this.strings.clear();
    this.frames.clear();
  }

  /** Goes to the next record of a known kind; definitions are taken in on the way. */
  next(): boolean {
    for (;;) {
      this.at = this.nextAt;
      if (this.at + traceHeaderBytes > this.view.byteLength) return false;
      const kind = this.view.getUint16(this.at, true);
      const size = this.view.getUint16(this.at + 2, true);
      if (size < traceHeaderBytes || this.at + size > this.view.byteLength) return false;
      this.nextAt = this.at + size;
      if (kind === STRING_DEFINED) {
        this.defineString();
      } else if (kind === FRAME_DEFINED) {
        this.define(this.frames, this.u32(frameId), {
          parent: this.u32(frameParent), name: this.text(frameName), line: this.u32(frameLine),
        });
      } else {
        const layout = traceLayouts[kind - 1];
        if (!layout) continue;
        this.type = layout.name;
        this.by = this.view.getUint32(this.at + 4, true);
        this.time = this.view.getFloat64(this.at + 8, true);
        return true;
      }
    }
  }

  u8(layout: TraceFieldLayout): number {
    return this.view.getUint8(this.at + layout.offset);
  }

  u32(layout: TraceFieldLayout): number {
    return this.view.getUint32(this.at + layout.offset, true);
  }

  f64(layout: TraceFieldLayout): number {
    return this.view.getFloat64(this.at + layout.offset, true);
  }

  text(layout: TraceFieldLayout): string {
    return this.strings.get(this.u32(layout)) ?? '';
  }

  /** Where in the program a chain is parked: its innermost frame that has a line; 0 if none has. */
  line(layout: TraceFieldLayout): number {
    let frame = this.frames.get(this.u32(layout));
    while (frame && frame.line === 0 && frame.parent !== 0) frame = this.frames.get(frame.parent);
    return frame?.line ?? 0;
  }

  name(layout: TraceFieldLayout): string {
    return layout.values?.[this.view.getUint8(this.at + layout.offset)] ?? '';
  }

  private defineString(): void {
    const from = this.at + STRING_TEXT_AT;
    const length = Math.min(this.u32(stringLength), this.nextAt - from);
    const bytes = new Uint8Array(this.view.buffer, this.view.byteOffset + from, length);
    this.define(this.strings, this.u32(stringId), this.decoder.decode(bytes));
  }

  private define<T>(table: Map<number, T>, id: number, value: T): void {
    table.set(id, value);
    if (table.size > MAX_INTERNED) {
      const [oldest] = table.keys();
      if (oldest !== undefined) table.delete(oldest);
    }
  }
}
