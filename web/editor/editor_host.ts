// SPDX-License-Identifier: MIT
import type { Diagnostic } from '../protocol/messages';
import type { Strings } from '../i18n';
import { LightEditor, type LightEditorOptions } from './light_editor';
import type { EditorEvents, EditorPort, LoadEditor, TaskMark } from './port';

/**
 * Shows the light editor at once and swaps a full one in when the visitor goes into it. Whoever uses it never sees the
 * difference: text, errors, marks and caret are carried over.
 */
export class EditorHost {
  private port: EditorPort | undefined;
  private element: HTMLElement | undefined;
  private text = '';
  private diagnostics: readonly Diagnostic[] = [];
  private marks: readonly TaskMark[] = [];
  private marksKey = '';
  private load: LoadEditor | undefined;
  /** The visitor has been in the editor: the full one is wanted. */
  private entered = false;
  private words: Strings | undefined;
  /** Asked for before there was an editor. */
  private focusWanted = false;

  constructor(private readonly events: EditorEvents, private readonly helpId: string, private readonly lightOptions: LightEditorOptions = {}) {}

  mount(element: HTMLElement, words: Strings): void {
    this.port?.dispose();
    this.element = element;
    this.words = words;
    this.port = this.light(element, words);
    this.restoreState();
    element.addEventListener('focusin', this.onFocusIn);
    if (this.focusWanted) this.focus();
    if (this.entered) void this.upgrade();
  }

  unmount(): void {
    this.port?.dispose();
    this.port = undefined;
    this.element?.removeEventListener('focusin', this.onFocusIn);
    this.element = undefined;
  }

  /** Which editor takes over from the light one as the visitor goes in. */
  use(load: LoadEditor): void {
    if (this.load === load) return;
    this.load = load;
    if (!this.entered || !this.element || !this.words) return;
    this.text = this.getValue();
    this.mount(this.element, this.words);
  }

  private readonly onFocusIn = (): void => {
    if (this.entered) return;
    this.entered = true;
    void this.upgrade();
  };

  getValue(): string {
    return this.port?.getValue() ?? this.text;
  }

  setValue(text: string): void {
    this.text = text;
    this.port?.setValue(text);
  }

  setDiagnostics(diagnostics: readonly Diagnostic[]): void {
    this.diagnostics = diagnostics;
    this.port?.setDiagnostics(diagnostics);
  }

  /** Cheap when nothing changed: called with every snapshot. */
  setMarks(marks: readonly TaskMark[]): void {
    const key = JSON.stringify(marks);
    if (key === this.marksKey) return;
    this.marksKey = key;
    this.marks = marks;
    this.port?.setMarks(marks);
  }

  reveal(line: number): void {
    this.port?.reveal(line);
  }

  focus(): void {
    this.focusWanted = this.port === undefined;
    this.port?.focus();
  }

  private light(element: HTMLElement, words: Strings): LightEditor {
    return new LightEditor(element, this.text, this.ownEvents(), {
      label: words.editorLabel, describedBy: this.helpId, moreTasks: words.moreTasks, blockingCall: words.blockingCall,
    }, this.lightOptions);
  }

  private ownEvents(): EditorEvents {
    return {
      ...this.events,
      onChange: (text) => {
        this.text = text;
        this.events.onChange(text);
      },
    };
  }

  private restoreState(): void {
    this.port?.setDiagnostics(this.diagnostics);
    this.port?.setMarks(this.marks);
  }

  private async upgrade(): Promise<void> {
    const { element, words, load } = this;
    if (!element || !words || !load) return;
    let create;
    try {
      create = await load();
      if (this.port instanceof LightEditor) await this.port.whenComposed();
    } catch {
      // Offline, or a file host that lost a file: the light editor serves on, and the next visit tries again.
      this.entered = false;
      return;
    }
    const old = this.port;
    // The page may have gone narrow, or been taken down, while the editor was on its way.
    if (this.load !== load || this.element !== element || !(old instanceof LightEditor)) return;
    const { caret, scrollTop } = old;
    const focused = old.hasFocus();
    this.text = old.getValue();
    old.dispose();
    const full = create(element, this.text, this.ownEvents(), words);
    this.port = full;
    full.restore(caret, scrollTop);
    if (focused) full.focus();
    this.restoreState();
  }
}
