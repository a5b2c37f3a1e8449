// SPDX-License-Identifier: MIT
import { signal } from '@preact/signals';

/** What a screen reader is told next; the page has one polite live region for it. */
export const announcement = signal('');
/** A short message that shows itself for a moment. */
export const toast = signal<string | null>(null);

const TOAST_MS = 2_600;
let timer: ReturnType<typeof setTimeout> | undefined;

/** As long as it takes to hear a sentence. */
const HEARD_MS = 2_000;
let answered = -Infinity;
let later: ReturnType<typeof setTimeout> | undefined;

/** Answers what somebody did. */
export function announce(text: string): void {
  clearTimeout(later);
  answered = performance.now();
  announcement.value = text;
}

/** Tells what happened by itself: not over an answer that is still being read out. */
export function announceEvent(text: string): void {
  clearTimeout(later);
  later = setTimeout(() => { announcement.value = text; }, Math.max(0, answered + HEARD_MS - performance.now()));
}

export function showToast(text: string): void {
  toast.value = text;
  announce(text);
  clearTimeout(timer);
  timer = setTimeout(() => { toast.value = null; }, TOAST_MS);
}
