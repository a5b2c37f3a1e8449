// SPDX-License-Identifier: MIT

const dark = matchMedia('(prefers-color-scheme: dark)');
/** Pages often fade from one theme to the other; what is read meanwhile is between the two. */
const FADED_MS = 500;

let pixel: CanvasRenderingContext2D | null = null;

/** Red, green, blue and alpha, 0 to 255, of any colour that CSS can say. */
function channels(colour: string): Uint8ClampedArray | undefined {
  if (!pixel) {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = 1;
    pixel = canvas.getContext('2d', { willReadFrequently: true });
  }
  if (!pixel) return undefined;
  pixel.clearRect(0, 0, 1, 1);
  pixel.fillStyle = colour;
  pixel.fillRect(0, 0, 1, 1);
  return pixel.getImageData(0, 0, 1, 1).data;
}

/** Whether the page is dark where an element stands: few say so, but all have a background. */
export function themeAround(element: Element): 'light' | 'dark' {
  for (let at = element.parentElement; at; at = at.parentElement) {
    const [red = 0, green = 0, blue = 0, alpha = 0] = channels(getComputedStyle(at).backgroundColor) ?? [];
    if (alpha > 127) return red * 3 + green * 6 + blue < 1_280 ? 'dark' : 'light';
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
