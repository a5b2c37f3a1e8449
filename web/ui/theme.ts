// SPDX-License-Identifier: MIT
import { computed, effect, signal } from '@preact/signals';

export type Theme = 'auto' | 'light' | 'dark';

export const theme = signal<Theme>('auto');

const query = matchMedia('(prefers-color-scheme: dark)');
const systemDark = signal(query.matches);
query.addEventListener('change', () => { systemDark.value = query.matches; });

export const isDark = computed(() => (theme.value === 'auto' ? systemDark.value : theme.value === 'dark'));

const resolved = new Map<string, string>();

effect(() => {
  if (theme.value === 'auto') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme.value;
  void isDark.value;
  resolved.clear();
});

let probe: HTMLElement | undefined;

/** What a colour of tokens.css is right now, as `rgb(...)`: for canvases and Monaco, which know no custom properties. */
export function resolveColour(property: string): string {
  const known = resolved.get(property);
  if (known !== undefined) return known;
  if (!probe) {
    probe = document.createElement('span');
    probe.hidden = true;
    document.body.append(probe);
  }
  probe.style.color = `var(${property})`;
  const value = getComputedStyle(probe).color;
  resolved.set(property, value);
  return value;
}

/** The same as `#rrggbb`. */
export function resolveHex(property: string): string {
  const [red = 0, green = 0, blue = 0] = (resolveColour(property).match(/\d+/g) ?? []).map(Number);
  return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
