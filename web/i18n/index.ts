// SPDX-License-Identifier: MIT
import { computed, signal } from '@preact/signals';
import { en, type Strings } from './en';
import { ko } from './ko';

export const catalogues = { en, ko } as const;
export type Language = keyof typeof catalogues;

export const language = signal<Language>('en');
/** The current catalogue; reading it in a component subscribes to the language. */
export const strings = computed<Strings>(() => catalogues[language.value]);

export function isLanguage(value: unknown): value is Language {
  return typeof value === 'string' && value in catalogues;
}

/** The first of the browser's languages that we speak. */
export function preferredLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const primary = tag.toLowerCase().split('-')[0];
    if (isLanguage(primary)) return primary;
  }
  return 'en';
}

/** A length of time, with the unit that keeps it short: `1.25 s`, `3.1 ms`, `12 µs`. */
export function duration(seconds: number, s: Strings = strings.value): string {
  if (!Number.isFinite(seconds)) return '∞';
  // Rounded before the unit is chosen, so that nothing is `1000 µs`.
  const size = Math.abs(Number(seconds.toPrecision(3)));
  if (size >= 100) return s.seconds(seconds.toFixed(0));
  if (size >= 1) return s.seconds(seconds.toFixed(2));
  if (size >= 0.1) return s.seconds(seconds.toFixed(3));
  if (size >= 0.001) return s.milliseconds((seconds * 1e3).toFixed(size >= 0.01 ? 0 : 1));
  if (size < 5e-8) return s.seconds('0');
  return s.microseconds((seconds * 1e6).toFixed(size >= 1e-5 ? 0 : 1));
}

/** A number of bytes, with the unit that keeps it short. */
export function size(bytes: number, s: Strings = strings.value): string {
  if (bytes < 1000) return s.bytes(String(bytes));
  if (bytes < 999_500) return s.kilobytes((bytes / 1000).toPrecision(3));
  return s.megabytes((bytes / 1e6).toPrecision(3));
}

/** A moment of program time, always in seconds and milliseconds so that it can be compared. */
export function moment(seconds: number, s: Strings = strings.value): string {
  return Number.isFinite(seconds) ? s.seconds(seconds.toFixed(3)) : '∞';
}

export type { Strings } from './en';
