// SPDX-License-Identifier: MIT
import { traceLayouts, type TraceEventType } from '../../web/protocol/trace_format.generated';

type Value = number | string;

/** Writes trace records as the runtime does, from the same generated layouts. For tests. */
export class TraceWriter {
  private chunks: Uint8Array[] = [];
  private readonly strings = new Map<string, number>();
  private frames = 0;

  /** Enum values by name, texts as strings, everything else as numbers. */
  write(type: TraceEventType, time: number, by: number, fields: Readonly<Record<string, Value>> = {}): void {
    const index = traceLayouts.findIndex(({ name }) => name === type);
    const layout = traceLayouts[index];
    if (!layout) throw new Error(type);
    const values = new Map<string, number>();
    for (const { name, type: kind, values: names } of layout.fields) {
      const value = fields[name] ?? 0;
      if (kind === 'text') values.set(name, this.text(String(value === 0 ? '' : value), time));
      else if (kind === 'enum' && typeof value === 'string') values.set(name, names?.indexOf(value) ?? 0);
      else values.set(name, Number(value));
    }
    const tail = type === 'string_defined' ? new TextEncoder().encode(String(fields['text'])) : new Uint8Array(0);
    const size = (layout.bytes + tail.byteLength + 7) & ~7;
    const bytes = new Uint8Array(size);
    const view = new DataView(bytes.buffer);
    view.setUint16(0, index + 1, true);
    view.setUint16(2, size, true);
    view.setUint32(4, by, true);
    view.setFloat64(8, time, true);
    for (const field of layout.fields) {
      const value = values.get(field.name) ?? 0;
      if (field.type === 'f64') view.setFloat64(field.offset, value, true);
      else if (field.type === 'u8' || field.type === 'enum') view.setUint8(field.offset, value);
      else if (field.type === 'u16') view.setUint16(field.offset, value, true);
      else view.setUint32(field.offset, value, true);
    }
    bytes.set(tail, layout.bytes);
    this.chunks.push(bytes);
  }

  /** Defines a chain of one frame and gives its id. */
  frame(name: string, line: number, time = 0): number {
    this.frames += 1;
    this.write('frame_defined', time, 0, { id: this.frames, parent: 0, name, line });
    return this.frames;
  }

  take(): Uint8Array {
    const all = new Uint8Array(this.chunks.reduce((sum, { byteLength }) => sum + byteLength, 0));
    let at = 0;
    for (const chunk of this.chunks) {
      all.set(chunk, at);
      at += chunk.byteLength;
    }
    this.chunks = [];
    return all;
  }

  private text(text: string, time: number): number {
    if (text === '') return 0;
    let id = this.strings.get(text);
    if (id === undefined) {
      id = this.strings.size + 1;
      this.strings.set(text, id);
      this.write('string_defined', time, 0, { id, length: new TextEncoder().encode(text).byteLength, text });
    }
    return id;
  }
}
