// SPDX-License-Identifier: MIT
import { loadJson, save } from './storage';

export interface Draft {
  readonly code: string;
  /** The example it grew out of. */
  readonly example?: string | undefined;
  /** Of the program in one tab: tells what another tab has written from what this one has. */
  readonly id?: string | undefined;
}

/** A visitor's own larger programs are kept too; a runaway paste is not. Characters. */
const MAX_DRAFT = 1_000_000;
/** Drafts before the present one: a few links edited in a row must not push one's own program out. */
const MAX_KEPT = 12;
/** Together, so that storage (about five million characters) always has room for the present draft. */
const MAX_KEPT_CHARACTERS = 1_500_000;

const isDraft = (value: unknown): value is Draft =>
  typeof value === 'object' && value !== null && typeof (value as Partial<Draft>).code === 'string';
const isDraftOrNull = (value: unknown): value is Draft | null => value === null || isDraft(value);
const isDrafts = (value: unknown): value is readonly Draft[] => Array.isArray(value) && value.every(isDraft);

/** The visitor's own programs in storage: the present draft, and those before it, newest first. */
export const drafts = {
  get current(): Draft | null {
    return loadJson('draft', isDraftOrNull, null);
  },

  get kept(): readonly Draft[] {
    const list = loadJson('drafts.kept', isDrafts, []);
    if (list.length > 0) return list;
    // Before there was a list, one was kept.
    const old = loadJson('draft.kept', isDraftOrNull, null);
    return old ? [old] : [];
  },

  /**
   * False if it is kept for this visit only; one that is too large is not kept at all. If what is stored is neither
   * this program's nor `known` to its tab, another tab has saved it meanwhile: it is put beside this one, and not lost.
   */
  save(draft: Draft, known: string | undefined): boolean {
    if (draft.code.length > MAX_DRAFT) return true;
    const { current } = this;
    if (current && current.id !== draft.id && current.code !== known) this.keepCurrent();
    return save('draft', JSON.stringify(draft));
  },

  /** Puts the present draft beside the others: another program is about to take its place. */
  keepCurrent(): void {
    const { current } = this;
    if (!current || current.code.trim() === '') return;
    const list: Draft[] = [];
    let characters = 0;
    // Of tabs that write in turn, the last state of each.
    const others = this.kept.filter(({ code, id }) => code !== current.code && (id === undefined || id !== current.id));
    for (const draft of [current, ...others]) {
      characters += draft.code.length;
      if (list.length >= MAX_KEPT || characters > MAX_KEPT_CHARACTERS) break;
      list.push(draft);
    }
    save('drafts.kept', JSON.stringify(list));
  },
};
