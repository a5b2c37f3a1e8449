// SPDX-License-Identifier: MIT
import type { Diagnostic } from '../protocol/messages';
import { language, type Strings } from '../i18n';
import { LightEditor } from './light_editor';
import type { EditorEvents, EditorPort, TaskMark } from './port';

/**
 * Shows the light editor at once and swaps Monaco in when asked to. Whoever uses it never sees the
 * difference: text, errors, marks and caret are carried over.
 */
export class EditorHost {
  private port: EditorPort | undefined;
  private element: HTMLElement | undefined;
  private text = '';
  private diagnostics: readonly Diagnostic[] = [];
  private marks: readonly TaskMark[] = [];
  private marksKey = '';
  private full = false;
  private words: Strings | undefined;

  constructor(private readonly events: EditorEvents, private readonly helpId: string) {}

  mount(element: HTMLElement, words: Strings): void {
    this.port?.dispose();
    this.element = element;
    this.words = words;
    this.port = this.light(element, words);
    this.restoreState();
    if (this.full) void this.upgrade();
  }

  unmount(): void {
    this.port?.dispose();
    this.port = undefined;
    this.element = undefined;
  }

  /** Uses Monaco from now on. Until it has arrived, and if it never does, the light editor serves. */
  async useFull(): Promise<void> {
    if (this.full) return;
    this.full = true;
    await this.upgrade();
  }

  useLight(): void {
    if (!this.full) return;
    this.full = false;
    if (this.element && this.words && !(this.port instanceof LightEditor)) this.mount(this.element, this.words);
  }

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
    this.port?.focus();
  }

  private light(element: HTMLElement, words: Strings): LightEditor {
    return new LightEditor(element, this.text, this.ownEvents(), {
      label: words.editorLabel, describedBy: this.helpId, moreTasks: words.moreTasks,
    });
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
    const element = this.element;
    const words = this.words;
    if (!element || !words) return;
    let MonacoEditor;
    try {
      // Monaco reads its own messages once, as it is loaded.
      if (language.value === 'ko') await import('monaco-editor/nls/lang/ko.js');
      ({ MonacoEditor } = await import('./monaco_editor'));
    } catch {
      // Offline, or a file host that lost a file: the light editor serves on.
      this.full = false;
      return;
    }
    const old = this.port;
    // The page may have gone narrow, or been taken down, while Monaco was on its way.
    if (!this.full || this.element !== element || !(old instanceof LightEditor)) return;
    const { caret, scrollTop } = old;
    const focused = old.hasFocus();
    this.text = old.getValue();
    old.dispose();
    const full = new MonacoEditor(element, this.text, this.ownEvents(), {
      label: `${words.editorLabel}. ${words.editorHelp}`, markTasks: words.markTasks, moreTasks: words.moreTasks,
    });
    this.port = full;
    full.restore(caret, scrollTop);
    if (focused) full.focus();
    this.restoreState();
  }
}
