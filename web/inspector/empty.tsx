// SPDX-License-Identifier: MIT
/** What an empty panel says: what would be here, and how to bring it there. */
export function Empty({ children }: { readonly children: string }) {
  return <p class="empty">{children}</p>;
}
