// SPDX-License-Identifier: MIT
import { closure, type Manifest } from '../worker/library';

/**
 * Packages whose modules come in one file. They are written one concept a file, and importing such a package loads dozens of
 * them: one request instead. A bundle holds what importing its first name loads of its packages; modules that few programs
 * want stay apart.
 */
const kBundles: readonly (readonly string[])[] = [
  ['fastapi', 'starlette', 'anyio'],
  ['pydantic', 'annotated_types'],
  ['uvicorn'],
  ['aiohttp', 'multidict', 'yarl'],
  ['aiohttp.web'],
  ['httpx'],
  ['requests', 'urllib3'],
  ['openai'],
];

/** The bundle's name for each module that is in one. */
export function bundleOf(manifest: Manifest, bundles = kBundles): ReadonlyMap<string, string> {
  const result = new Map<string, string>();
  for (const [first = '', ...others] of bundles) {
    const packages = new Set([first.split('.')[0], ...others]);
    const members = closure(manifest, [first]).filter((name) => packages.has(name.split('.')[0]) && !result.has(name));
    if (members.length > 1) for (const name of members) result.set(name, first);
  }
  return result;
}
