// SPDX-License-Identifier: MIT
// The first script of embed.html. A sandboxed frame shares no cache with its neighbours, so a page of ten would pay ten
// times: what shows the program comes when the frame is in view, when the page around speaks to it, or for paper.

const own = document.currentScript as HTMLScriptElement;
let begun = false;

/** Opened by a reader who waits for the output: then everything is fetched side by side. */
const forRun = /[?&]live=run\b/.test(location.search);

function preload(file: string): void {
  const link = document.createElement('link');
  link.rel = 'preload';
  link.as = file.endsWith('.css') ? 'style' : 'script';
  link.href = file;
  document.head.append(link);
}

function begin(): void {
  if (begun) return;
  begun = true;
  removeEventListener('message', hear);
  const { script = '', style = '', soon = '' } = own.dataset;
  if (forRun) for (const file of soon.split(' ')) preload(file);
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = style;
  const next = (): void => {
    const element = document.createElement('script');
    element.src = script;
    document.head.append(element);
  };
  // The style first: an unstyled program would jump. But until the core is there, the page around shows the program.
  if (forRun) next();
  else {
    link.onload = link.onerror = next;
    preload(script);
  }
  document.head.append(link);
}

/** The page around speaks to us; what other frames say to each other (web/launch/neighbours.ts) is no reason to begin. */
function hear(event: MessageEvent): void {
  if (event.source === window.parent) begin();
}

if (window.parent === window || /[?&]live=/.test(location.search)) {
  begin();
} else {
  addEventListener('message', hear);
  addEventListener('beforeprint', begin);
  new IntersectionObserver((entries) => { if (entries.some(({ isIntersecting }) => isIntersecting)) begin(); }).observe(document.documentElement);
}
