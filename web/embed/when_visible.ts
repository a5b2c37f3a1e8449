// SPDX-License-Identifier: MIT

/** Calls back once, when the element comes into view. */
export function whenVisible(element: Element, act: () => void): void {
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    observer.disconnect();
    act();
  });
  observer.observe(element);
}
