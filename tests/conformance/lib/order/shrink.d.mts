// SPDX-License-Identifier: MIT
export interface Node {
  line: string;
  body: Node[];
}
export function parseBlocks(text: string): Node[];
export function printBlocks(nodes: Node[], indent?: string): string;
export function shrink(
  text: string,
  holds: (text: string, lane: number) => Promise<boolean>,
  options?: { width?: number; maxTries?: number; onStep?: (lines: number, tries: number) => void },
): Promise<string>;
