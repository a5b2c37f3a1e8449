// SPDX-License-Identifier: MIT
import { signal } from '@preact/signals';
import { examples, type Example } from '../examples';
import { readLink, writeLink, type LinkProblem, type SharedProgram } from '../share/link';
import { drafts, type Draft } from './drafts';

/** Where the program in the editor came from. */
export type Origin =
  | { readonly kind: 'example'; readonly id: string }
  | { readonly kind: 'link'; readonly code: string }
  | { readonly kind: 'draft' };

export type Notice = 'from-link' | { readonly problem: LinkProblem | 'unknown-example' } | 'storage-blocked' | null;

const AUTOSAVE_MS = 300;

export const BLANK = 'import asyncio\n\n\nasync def main():\n    \n\n\nasyncio.run(main())\n';

/**
 * The program: what the editor shows, where it came from, and the visitor's draft. A link or an example
 * never overwrites the draft; the first edit of one makes it the new draft and keeps the old one beside it.
 */
export class Program {
  readonly code = signal('');
  readonly origin = signal<Origin>({ kind: 'draft' });
  readonly edited = signal(false);
  readonly notice = signal<Notice>(null);
  private saveTimer: ReturnType<typeof setTimeout> | undefined;
  private unsaved = false;
  /** New with each program that is opened. */
  private draftId = '';
  /** The stored draft when this tab last read or wrote it. */
  private known: string | undefined;

  /** Called when the code was replaced by something else than typing. */
  constructor(private readonly onReplace: (code: string) => void, private readonly onShared: (shared: SharedProgram) => void) {
    addEventListener('pagehide', () => { this.flush(); });
    addEventListener('visibilitychange', () => { this.flush(); });
  }

  /** The first program: from the link, else the draft, else the first example. */
  async open(hash: string): Promise<void> {
    const link = await readLink(hash);
    switch (link.kind) {
      case 'code':
        this.flush();
        if (this.draft?.code === link.program.code) {
          // One's own link, or one that was edited no further.
          this.openOwn();
          this.notice.value = 'from-link';
          this.onShared(link.program);
          return;
        }
        this.replace(link.program.code, { kind: 'link', code: link.program.code });
        this.notice.value = 'from-link';
        this.onShared(link.program);
        return;
      case 'problem':
        if (this.code.value === '') this.openOwn();
        this.notice.value = { problem: link.problem };
        clearHash();
        return;
      case 'none':
    }
    const id = /^#example\/([\w-]+)$/.exec(hash)?.[1];
    if (id !== undefined) {
      const example = examples.find((candidate) => candidate.id === id);
      if (example) {
        this.openExample(example);
        return;
      }
      if (this.code.value === '') this.openOwn();
      this.notice.value = { problem: 'unknown-example' };
      clearHash();
      return;
    }
    if (this.code.value === '') this.openOwn();
  }

  /** The visitor's own program, or the first example if there is none. */
  openOwn(): void {
    const draft = this.draft;
    const [first] = examples;
    if (draft) {
      this.replace(draft.code, draft.example !== undefined ? { kind: 'example', id: draft.example } : { kind: 'draft' });
      this.edited.value = true;
    } else if (first) {
      this.replace(first.code, { kind: 'example', id: first.id });
    } else {
      this.replace(BLANK, { kind: 'draft' });
    }
    this.notice.value = null;
    clearHash();
  }

  openExample(example: Example): void {
    this.flush();
    this.replace(example.code, { kind: 'example', id: example.id });
    this.notice.value = null;
    setHash(`#example/${example.id}`);
  }

  openBlank(): void {
    this.flush();
    this.replace(BLANK, { kind: 'draft' });
    this.notice.value = null;
    clearHash();
  }

  /** The visitor typed. */
  edit(code: string): void {
    if (code === this.code.value) return;
    if (!this.edited.value && this.draft?.code !== this.code.value) this.keepDraft();
    this.code.value = code;
    this.edited.value = true;
    if (this.notice.value === 'from-link') this.notice.value = null;
    // The address no longer says what the editor shows.
    clearHash();
    this.unsaved = true;
    clearTimeout(this.saveTimer);
    this.saveTimer = setTimeout(() => { this.flush(); }, AUTOSAVE_MS);
  }

  get example(): Example | undefined {
    const origin = this.origin.value;
    return origin.kind === 'example' ? examples.find(({ id }) => id === origin.id) : undefined;
  }

  get draft(): Draft | null {
    return drafts.current;
  }

  /** The drafts before the present one, newest first. */
  get keptDrafts(): readonly Draft[] {
    return drafts.kept;
  }

  openKept(draft: Draft): void {
    this.flush();
    this.replace(draft.code, { kind: 'draft' });
    this.notice.value = null;
    clearHash();
  }

  restoreExample(): void {
    const { example } = this;
    if (example) this.openExample(example);
  }

  /** The whole URL of this program, or undefined if it is too large for one. */
  async link(options: Omit<SharedProgram, 'code'>): Promise<string | undefined> {
    const fragment = await writeLink({ ...options, code: this.code.value });
    if (fragment === undefined) return undefined;
    const url = new URL(location.href);
    url.search = '';
    url.hash = fragment;
    return url.href;
  }

  private flush(): void {
    if (!this.unsaved) return;
    clearTimeout(this.saveTimer);
    this.unsaved = false;
    const saved = drafts.save({ code: this.code.value, example: this.example?.id, id: this.draftId }, this.known);
    this.known = this.code.value;
    if (!saved && this.notice.value === null) this.notice.value = 'storage-blocked';
  }

  private keepDraft(): void {
    drafts.keepCurrent();
    this.known = this.draft?.code;
  }

  private replace(code: string, origin: Origin): void {
    this.code.value = code;
    this.origin.value = origin;
    this.edited.value = false;
    this.draftId = `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 8)}`;
    this.known = this.draft?.code;
    this.onReplace(code);
  }
}

function setHash(hash: string): void {
  if (location.hash !== hash) history.replaceState(null, '', hash);
}

function clearHash(): void {
  if (location.hash !== '') history.replaceState(null, '', location.pathname + location.search);
}
