// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest';
import { qrCode } from '../../web/share/qr';
import { elementSnippet, escapeHtml, frameSnippet, markdownLink } from '../../web/share/snippets';

const HOSTILE = '</code></pre><script>alert("1")</script>&amp;';

describe('what is pasted elsewhere', () => {
  it('is a Markdown link whose title cannot break out', () => {
    expect(markdownLink('Two tasks', 'https://x.test/#code/1/a/b')).toBe('[Two tasks](https://x.test/#code/1/a/b)');
    expect(markdownLink('a](https://evil.test) <b>\n*', 'https://x.test/')).toBe('[a\\](https://evil.test) \\<b\\> \\*](https://x.test/)');
  });

  it('is markup in which the program stays text', () => {
    const snippet = elementSnippet({ base: 'https://x.test/', code: `print('${HOSTILE}')\n`, attributes: { clock: 'virtual', seed: undefined, view: '"><img>' }, output: HOSTILE });
    expect(snippet).not.toContain('<script>alert');
    expect(snippet).toContain('<loopscope-playground clock="virtual" view="&quot;&gt;&lt;img&gt;">');
    expect(snippet).toContain(`<code class="language-python">print('${escapeHtml(HOSTILE)}')</code>`);
    expect(snippet).toContain(`<pre data-output>${escapeHtml(HOSTILE)}</pre>`);
  });

  it('is a sandboxed frame with a plain link beside it', () => {
    const snippet = frameSnippet({ base: 'https://x.test/a/', fragment: '#code/1/aa/bb', title: 'A "title"', openText: 'Open', query: 'lang=ko&view=code' });
    expect(snippet).toContain('src="https://x.test/a/embed.html?lang=ko&amp;view=code#code/1/aa/bb"');
    expect(snippet).toContain('title="A &quot;title&quot;"');
    expect(snippet).not.toContain('allow-same-origin');
    expect(snippet).toContain('<a href="https://x.test/a/#code/1/aa/bb">Open</a>');
  });
});

describe('a QR code', () => {
  it('is square, has its margin and three finders', () => {
    const code = qrCode('https://x.test/#code/1/4yooyswr0TDUBAA/1xt0n69');
    if (!code) throw new Error('no code');
    expect((code.size - 8 - 17) % 4).toBe(0);
    expect(code.dense).toBe(false);
    const far = code.size - 4 - 7;
    for (const [x, y] of [[4, 4], [far, 4], [4, far]] as const) expect(code.path).toContain(`M${String(x)} ${String(y)}h7v1h-7z`);
  });

  it('says when a link is too long for it', () => {
    expect(qrCode('x'.repeat(2_900))?.dense).toBe(true);
    expect(qrCode('x'.repeat(3_000))).toBeUndefined();
  });
});
