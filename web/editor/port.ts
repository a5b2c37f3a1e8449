// SPDX-License-Identifier: MIT
import type { Diagnostic } from '../protocol/messages';
import type { TaskId } from '../protocol/snapshot';

/** A task parked at a line of the program. */
export interface TaskMark {
  readonly task: TaskId;
  /** 1-based. */
  readonly line: number;
  /** Number of the task colour. */
  readonly colour: number;
  readonly name: string;
  /** What it awaits, short. */
  readonly awaits: string;
  readonly selected: boolean;
}

/** What the page asks of an editor. Two keep it: the light one that is there at once, and Monaco. */
export interface EditorPort {
  getValue(): string;
  /** Replaces the program without telling `onChange`. */
  setValue(text: string): void;
  setDiagnostics(diagnostics: readonly Diagnostic[]): void;
  setMarks(marks: readonly TaskMark[]): void;
  /** Scrolls to a line without taking the focus. */
  reveal(line: number): void;
  focus(): void;
  hasFocus(): boolean;
  dispose(): void;
}

/** The words an editor shows or speaks; a part of the page's catalogue. */
export interface EditorWords {
  readonly editorLabel: string;
  readonly editorHelp: string;
  readonly markTasks: (names: string) => string;
  readonly moreTasks: (count: number) => string;
  /** What to say of a call that blocks the loop. */
  readonly blockingCall: (name: string, instead: string) => string;
}

/** What an editor says beside a line of a diagnostic. */
export function diagnosticText({ kind, message, instead }: Diagnostic, words: Pick<EditorWords, 'blockingCall'>): string {
  return instead === undefined ? `${kind}: ${message}` : words.blockingCall(message, instead);
}

/** An editor that can take over from the light one: same scroll, same caret. */
export interface FullEditor extends EditorPort {
  restore(offsets: { readonly start: number; readonly end: number }, scrollTop: number): void;
}

/** Fetches an editor's code; the light editor serves until it is there, and if it never comes. */
export type LoadEditor = () => Promise<(host: HTMLElement, text: string, events: EditorEvents, words: EditorWords) => FullEditor>;

export interface EditorEvents {
  readonly onChange: (text: string) => void;
  readonly onSelectTask: (task: TaskId, line: number) => void;
  /** Esc was pressed: Tab now leaves. */
  readonly onLeaving: () => void;
}

/** Labels drawn at the end of one line before "+N more". */
export const MAX_LABELS = 3;

export function marksByLine(marks: readonly TaskMark[]): ReadonlyMap<number, readonly TaskMark[]> {
  const lines = new Map<number, TaskMark[]>();
  for (const mark of marks) {
    const line = lines.get(mark.line);
    if (line) line.push(mark);
    else lines.set(mark.line, [mark]);
  }
  return lines;
}

/** The words after the code: `Task-2 · sleep(1)`; only the name where `sharing` tasks share the line. */
export function markLabel(mark: TaskMark, sharing: number): string {
  return mark.awaits && sharing <= 2 ? `${mark.name} · ${mark.awaits}` : mark.name;
}
