// SPDX-License-Identifier: MIT
export const operations: readonly { name: string; weight: number }[];
export function threadProgram(seed: number): string;
