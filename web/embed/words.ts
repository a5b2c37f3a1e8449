// SPDX-License-Identifier: MIT
import { embedEn, type EmbedStrings } from '../i18n/embed_en';
import { embedKo } from '../i18n/embed_ko';

const catalogues: Readonly<Record<string, EmbedStrings>> = { en: embedEn, ko: embedKo };

/** The first language of these that we speak: an embed's own, its page's, its reader's. */
export function chooseLanguage(wanted: readonly (string | undefined)[]): string {
  for (const tag of wanted) {
    const primary = tag?.toLowerCase().split('-')[0];
    if (primary !== undefined && Object.hasOwn(catalogues, primary)) return primary;
  }
  return 'en';
}

export function wordsOf(language: string): EmbedStrings {
  return catalogues[language] ?? embedEn;
}
