// SPDX-License-Identifier: MIT

/** Whether a diagnostic's kind lets the program run: `SyntaxWarning`, `DeprecationWarning`, `BlockingCall`. */
export function isWarning(kind: string): boolean {
  return kind.endsWith('Warning') || kind === 'BlockingCall';
}
