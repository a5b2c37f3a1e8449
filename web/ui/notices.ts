// SPDX-License-Identifier: MIT
import { signal } from '@preact/signals';

/** What a screen reader is told next; the page has one polite live region for it. */
export const announcement = signal('');
/** A short message that shows itself for a moment. */
export const toast = signal<string | null>(null);

const TOAST_MS = 2_600;
let timer: ReturnType<typeof setTimeout> | undefined;

export function announce(text: string): void {
  announcement.value = text;
}

export function showToast(text: string): void {
  toast.value = text;
  announce(text);
  clearTimeout(timer);
  timer = setTimeout(() => { toast.value = null; }, TOAST_MS);
}
