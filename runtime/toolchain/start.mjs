// SPDX-License-Identifier: MIT
/** `npm start [-- --port N] [-- --host]`: builds what is not up to date, serves dist/ and prints its address. */
import { parseArgs } from 'node:util';
import { root } from './paths.mjs';
import { main, say } from './progress.mjs';
import { buildSite } from './site.mjs';

main(async () => {
  const { values } = parseArgs({ options: { port: { type: 'string', default: '4173' }, host: { type: 'boolean', default: false } } });
  await buildSite();
  const { preview } = await import('vite');
  const server = await preview({ root, preview: { port: Number(values.port), host: values.host }, logLevel: 'warn' });
  const { local, network } = server.resolvedUrls;
  say('Loopscope is served. Ctrl+C stops it.');
  for (const url of [...local, ...network]) console.log(`\n  ${url}`);
  console.log();
  // Serves until it is interrupted; main() must not set an exit code before that.
  await new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => server.close().then(resolve, resolve));
  });
});
