// SPDX-License-Identifier: MIT

/** What is upgraded when the script names no selector: only what its author marked. */
export const DEFAULT_SELECTOR = 'pre.loopscope, pre:has(> code.loopscope), .loopscope pre:has(> code.language-python)';

export const TAG = 'loopscope-playground';

/**
 * Wraps each chosen block of code into an embed. Options are `data-` attributes of the block, named as the element's; a
 * `<pre class="loopscope-output">` right after it is its recorded output.
 */
export function upgradeBlocks(root: ParentNode, selector: string): void {
  for (const found of root.querySelectorAll<HTMLElement>(selector)) {
    const block = found.closest('pre') ?? found;
    if (block.closest(TAG)) continue;
    const element = document.createElement(TAG);
    for (const { name, value } of [...block.attributes, ...(found === block ? [] : found.attributes)]) {
      if (name.startsWith('data-') && name !== 'data-output') element.setAttribute(name.slice('data-'.length), value);
    }
    const output = block.nextElementSibling;
    block.replaceWith(element);
    element.append(block);
    if (output?.matches('pre.loopscope-output')) {
      output.setAttribute('data-output', '');
      element.append(output);
    }
  }
}
