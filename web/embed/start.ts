// SPDX-License-Identifier: MIT
// The first script of embed.html. A sandboxed frame shares no cache with its neighbours, so a page of ten would pay ten
// times: what shows the program comes when the frame is in view, when the page around speaks to it, or for paper.

const own = document.currentScript as HTMLScriptElement;
let begun = false;

function begin(): void {
  if (begun) return;
  begun = true;
  removeEventListener('message', begin);
  const { script = '', style = '' } = own.dataset;
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = style;
  // The style first: an unstyled program would jump.
  link.onload = link.onerror = () => {
    const next = document.createElement('script');
    next.src = script;
    document.head.append(next);
  };
  document.head.append(link);
}

if (window.parent === window || /[?&]live=/.test(location.search)) {
  begin();
} else {
  addEventListener('message', begin);
  addEventListener('beforeprint', begin);
  new IntersectionObserver((entries) => { if (entries.some(({ isIntersecting }) => isIntersecting)) begin(); }).observe(document.documentElement);
}
