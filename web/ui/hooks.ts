// SPDX-License-Identifier: MIT
import { useEffect, useRef, useState } from 'preact/hooks';
import type { RefObject } from 'preact';

/** Calls `draw` before each paint while `active`. It should touch the DOM directly, not set state. */
export function useFrames(active: boolean, draw: () => void): void {
  const latest = useRef(draw);
  latest.current = draw;
  useEffect(() => {
    if (!active) return undefined;
    let handle = requestAnimationFrame(function tick() {
      latest.current();
      handle = requestAnimationFrame(tick);
    });
    return () => { cancelAnimationFrame(handle); };
  }, [active]);
}

/** Changes an element's only text between renderings; the text node stays, since the next rendering writes into it. */
export function setText(element: Element | null, text: string): void {
  const node = element?.firstChild;
  if (node && node.nodeValue !== text) node.nodeValue = text;
}

/** The element's content size in CSS pixels, kept up to date; also for one that is rendered later. */
export function useSize(ref: RefObject<HTMLElement | null>): { readonly width: number; readonly height: number } {
  const [size, setSize] = useState({ width: 0, height: 0 });
  const [element, setElement] = useState<HTMLElement | null>(null);
  useEffect(() => { setElement(ref.current); });
  useEffect(() => {
    if (!element) return undefined;
    const observer = new ResizeObserver(() => {
      setSize((old) =>
        old.width === element.clientWidth && old.height === element.clientHeight
          ? old
          : { width: element.clientWidth, height: element.clientHeight });
    });
    observer.observe(element);
    return () => { observer.disconnect(); };
  }, [element]);
  return size;
}

/** Whether a media query holds. */
export function useMedia(query: string): boolean {
  const [matches, setMatches] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const list = matchMedia(query);
    const follow = (): void => { setMatches(list.matches); };
    follow();
    list.addEventListener('change', follow);
    return () => { list.removeEventListener('change', follow); };
  }, [query]);
  return matches;
}
