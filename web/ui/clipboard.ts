// SPDX-License-Identifier: MIT
import { strings } from '../i18n';
import { showToast } from './notices';

/** Copies and says so; frames without the permission get a clear message. */
export async function copyText(text: string, done: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    showToast(done);
    return true;
  } catch {
    showToast(strings.value.copyFailed);
    return false;
  }
}
