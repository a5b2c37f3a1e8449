// SPDX-License-Identifier: MIT
// What an embed says before its core is fetched: small, since it is part of every page with an embed.

export const embedEn = {
  run: 'Run',
  edit: 'Edit',
  predict: 'Predict, then run',
  open: 'Open in Loopscope',
  program: 'Python program',
  output: 'Output',
  recorded: 'Recorded output',
  loading: 'Loading…',
  failed: 'The playground could not be loaded. Check the connection and try again, or open it in Loopscope.',
  sourceFailed: 'The program could not be loaded.',
  noCode: 'There is no program here.',
  badLink: 'The program in this link is damaged or incomplete.',
  frameTitle: 'Python playground',
};

export type EmbedStrings = typeof embedEn;
