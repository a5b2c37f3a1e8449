// SPDX-License-Identifier: MIT
// What a visitor pastes elsewhere: Markdown, and markup for course pages. Everything that comes from the program or
// its title is escaped here, since it becomes part of somebody's page.

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character);
}

/** `[title](link)`; what Markdown would take for syntax is escaped in the title. The link has no bracket to begin with. */
export function markdownLink(title: string, link: string): string {
  return `[${title.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>]/g, '\\$&')}](${link})`;
}

export interface ElementSnippet {
  /** Folder of the site, with its slash. */
  readonly base: string;
  readonly code: string;
  /** Only what differs from the defaults, in this order. */
  readonly attributes: Readonly<Record<string, string | undefined>>;
  /** What the program printed when it was last run, if it was. */
  readonly output?: string | undefined;
}

/** The custom element, with the program and its output inside for readers without JavaScript. */
export function elementSnippet({ base, code, attributes, output }: ElementSnippet): string {
  const written = Object.entries(attributes)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${escapeHtml(value)}"`)).join('');
  return [
    `<script src="${escapeHtml(base)}embed.js" async></script>`,
    `<loopscope-playground${written}>`,
    // A newline right after <pre> would be swallowed by the parser: one that belongs to the program is doubled.
    `<pre><code class="language-python">${escapeHtml(code.replace(/\n$/, ''))}</code></pre>`,
    ...(output === undefined || output === '' ? [] : [`<pre data-output>${output.startsWith('\n') ? '\n' : ''}${escapeHtml(output.replace(/\n$/, ''))}</pre>`]),
    '</loopscope-playground>',
    '',
  ].join('\n');
}

/** The frame, for pages that allow no scripts; hosts that strip frames still show the link. */
export function frameSnippet({ base, fragment, title, openText, query = '' }: {
  readonly base: string;
  /** The permalink's fragment, with its `#`. */
  readonly fragment: string;
  readonly title: string;
  readonly openText: string;
  readonly query?: string;
}): string {
  const source = `${base}embed.html${query === '' ? '' : `?${query}`}${fragment}`;
  return [
    `<iframe src="${escapeHtml(source)}" title="${escapeHtml(title)}"`,
    '  width="100%" height="480" style="border:0" loading="lazy" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox" allow="clipboard-write"></iframe>',
    `<p><a href="${escapeHtml(base + fragment)}">${escapeHtml(openText)}</a></p>`,
    '',
  ].join('\n');
}
