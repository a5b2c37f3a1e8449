// SPDX-License-Identifier: MIT

const dark = matchMedia('(prefers-color-scheme: dark)');
/** Pages often fade from one theme to the other; what is read meanwhile is between the two. */
const FADED_MS = 500;

/** By colour as CSS says it: pages have few. */
const known = new Map<string, 'light' | 'dark' | undefined>();

/** Of any colour that CSS can say; undefined for one that lets through what is behind it. */
function themeOf(colour: string): 'light' | 'dark' | undefined {
  if (known.has(colour)) return known.get(colour);
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const pixel = canvas.getContext('2d', { willReadFrequently: true });
  if (!pixel) return undefined;
  pixel.fillStyle = colour;
  pixel.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = pixel.getImageData(0, 0, 1, 1).data;
  const theme = alpha < 128 ? undefined : red * 3 + green * 6 + blue < 1_280 ? 'dark' : 'light';
  known.set(colour, theme);
  return theme;
}

/** Whether the page is dark where an element stands: few say so, but all have a background. */
export function themeAround(element: Element): 'light' | 'dark' {
  for (let at = element.parentElement; at; at = at.parentElement) {
    const theme = themeOf(getComputedStyle(at).backgroundColor);
    if (theme) return theme;
  }
  const schemes = getComputedStyle(document.documentElement).colorScheme;
  return schemes.includes('dark') && (dark.matches || !schemes.includes('light')) ? 'dark' : 'light';
}

/** Calls back when the page may have changed its theme: the system's changed, or the root says another thing. */
export function onThemeChange(act: () => void): void {
  const soon = (): void => {
    requestAnimationFrame(act);
    setTimeout(act, FADED_MS);
  };
  dark.addEventListener('change', soon);
  const observer = new MutationObserver(soon);
  for (const root of [document.documentElement, document.body]) observer.observe(root, { attributes: true });
}
