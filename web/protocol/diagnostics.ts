// SPDX-License-Identifier: MIT

/** Whether a diagnostic's Python class is a warning: `SyntaxWarning`, `DeprecationWarning`. */
export function isWarning(kind: string): boolean {
  return kind.endsWith('Warning');
}
