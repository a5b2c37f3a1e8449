// SPDX-License-Identifier: MIT
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin, type Rolldown } from 'vite';
import { afterBuild } from './after_build.ts';
import { writeScriptTwins } from './script_twins.ts';

const PARTS_ID = 'virtual:loopscope-parts';
const RESOLVED_PARTS = `\0${PARTS_ID}`;
const RUNTIME_ID = 'virtual:loopscope-wasm';
const CONSTANTS = '\0loopscope-constants:';
const WORKER = /worker\/main\.ts\?worker&url$/;

/** Where a part of the embed lies, below the site's folder. */
interface Part {
  readonly script: string;
  readonly style?: string | undefined;
}

/** While the page is served from its sources, the parts are modules like all others. */
const SOURCE_PARTS = `
export const loadLive = () => import('/web/embed/live.tsx');
export const loadCodeMirrorEditor = () => import('/web/editor/codemirror_editor.ts');
`;

/**
 * Builds what embeds are made of after the page itself: `embed.js` (the loader), `embed.html` and the parts that it
 * fetches. They are classic scripts in one piece each, because modules need CORS headers from their host in two places
 * where embeds live: on pages of another origin, and in sandboxed frames. They use the worker and the wasm of the page.
 */
export function embedBundles(root: string, wasmFolder: string): Plugin {
  let runtime: RuntimeAssets = {};
  return {
    ...afterBuild('loopscope-embed-bundles', 'pre', async (outDir, config) => {
      const version = String(config.define?.['__LOOPSCOPE_VERSION__'] ?? '""');
      writeScriptTwins(join(outDir, 'assets'));
      const shared = { root, outDir, version, runtime };
      const editor = await buildPart({ ...shared, name: 'embed-editor', entry: 'web/editor/codemirror_editor.ts', global: 'loopscopeEditor', parts: {} });
      const live = await buildPart({ ...shared, name: 'embed-live', entry: 'web/embed/live.tsx', global: 'loopscopeLive', parts: { loadCodeMirrorEditor: { part: editor, global: 'loopscopeEditor' } } });
      const frame = await buildPart({ ...shared, name: 'embed-frame', entry: 'web/embed/frame.ts', global: 'loopscopeFrame', parts: { loadLive: { part: live, global: 'loopscopeLive' } } });
      const start = await buildPart({ ...shared, name: 'embed-start', entry: 'web/embed/start.ts', global: 'loopscopeStart', parts: {} });
      await buildPart({ ...shared, ...LOADER });
      copyFileSync(join(root, 'web/embed/public.d.ts'), join(outDir, 'embed.d.ts'));
      writeFileSync(join(outDir, 'embed.html'), framePage(readFileSync(join(root, 'embed.html'), 'utf8'), start, frame, live));
    }),
    // The loader is the same classic script as on a host: a page may use it as soon as it has run. Built at each request.
    configureServer(server) {
      server.middlewares.use('/embed.js', (_request, response, next) => {
        const version = String(server.config.define?.['__LOOPSCOPE_VERSION__'] ?? '""');
        buildText({ root, version, runtime, ...LOADER }).then(({ script }) => {
          response.setHeader('content-type', 'text/javascript');
          response.end(script);
        }, next);
      });
    },
    resolveId: (id) => (id === PARTS_ID ? RESOLVED_PARTS : undefined),
    load: (id) => (id === RESOLVED_PARTS ? SOURCE_PARTS : undefined),
    generateBundle(_, bundle) {
      runtime = runtimeAssets(Object.values(bundle), wasmFolder);
    },
  };
}

/** What virtual:loopscope-wasm exports (wasm_artefact.ts), as constants. */
type RuntimeAssets = Readonly<Record<string, string | null | readonly string[]>>;

/** The names under which the page's build wrote the worker, the glue, the wasm and the library. */
function runtimeAssets(outputs: readonly (Rolldown.OutputAsset | Rolldown.OutputChunk)[], wasmFolder: string): RuntimeAssets {
  const find = (pattern: RegExp): string | null => outputs.find(({ fileName }) => pattern.test(fileName))?.fileName ?? null;
  const [split, wasm] = ['split.json', 'loopscope.wasm'].map((name) => join(wasmFolder, name)) as [string, string];
  return {
    workerUrl: find(/assets\/loopscope-worker-[\w-]+\.js$/),
    glueUrl: find(/assets\/loopscope-[\w-]{8}\.js$/),
    wasmUrl: find(/assets\/loopscope-[\w-]{8}\.wasm$/),
    wasmDigest: existsSync(wasm) ? createHash('sha256').update(readFileSync(wasm)).digest('base64') : null,
    rareUrl: find(/assets\/loopscope\.rare-[\w-]{8}\.wasm$/),
    libraryUrl: find(/assets\/library-[\w-]+\.json$/),
    plainModules: existsSync(split) ? (JSON.parse(readFileSync(split, 'utf8')) as { plainModules: string[] }).plainModules : [],
  };
}

/** The one script of a course page. */
const LOADER = { name: 'embed', entry: 'web/embed/loader.ts', global: 'loopscopeLoader', parts: {}, fixedName: true } as const;

interface PartOptions {
  readonly root: string;
  readonly version: string;
  readonly runtime: RuntimeAssets;
  readonly name: string;
  readonly entry: string;
  readonly global: string;
  /** Functions of virtual:loopscope-parts, each with the part that it fetches. */
  readonly parts: Readonly<Record<string, { readonly part: Part; readonly global: string }>>;
  /** For the file that other people's pages name. */
  readonly fixedName?: boolean;
}

/** Builds a part in memory: a classic script, and its style if it has one. */
async function buildText({ root, version, runtime, name, entry, global, parts }: PartOptions): Promise<{ script: string; style: string | undefined }> {
  const result = await build({
    configFile: false,
    root,
    base: './',
    logLevel: 'warn',
    define: { __LOOPSCOPE_VERSION__: version },
    plugins: [constants(runtime, parts)],
    build: {
      write: false,
      cssCodeSplit: false,
      assetsInlineLimit: 0,
      modulePreload: false,
      // The parts are read by whoever embeds them, not by a bundler.
      lib: { entry: join(root, entry), formats: ['iife'], name: global, fileName: name, cssFileName: name },
    },
  });
  const outputs = (Array.isArray(result) ? result : [result]).flatMap((one) => ('output' in one ? one.output : []));
  const text = (kind: '.js' | '.css'): string | undefined => {
    const output = outputs.find(({ fileName }) => fileName.endsWith(kind));
    return output?.type === 'chunk' ? output.code : output && String(output.source);
  };
  const script = text('.js');
  if (script === undefined) throw new Error(`${name} was not built`);
  return { script, style: text('.css') };
}

async function buildPart({ outDir, ...options }: PartOptions & { readonly outDir: string }): Promise<Part> {
  const { name, fixedName } = options;
  const { script, style } = await buildText(options);
  const write = (text: string, kind: '.js' | '.css'): string => {
    const file = fixedName === true ? `${name}${kind}` : `assets/${name}-${hashOf(text)}${kind}`;
    writeFileSync(join(outDir, file), text);
    return file;
  };
  return { script: write(script, '.js'), style: style === undefined ? undefined : write(style, '.css') };
}

/** Gives the parts what the page's build made, and each other, as paths below the site's folder. */
function constants(runtime: RuntimeAssets, parts: PartOptions['parts']): Plugin {
  return {
    name: 'loopscope-embed-constants',
    enforce: 'pre',
    resolveId(id) {
      if (id === RUNTIME_ID || id === PARTS_ID) return CONSTANTS + id;
      return WORKER.test(id) ? `${CONSTANTS}worker` : undefined;
    },
    load(id) {
      if (id === `${CONSTANTS}worker`) return `export default ${JSON.stringify(runtime['workerUrl'])};`;
      if (id === CONSTANTS + RUNTIME_ID) return Object.entries(runtime).map(([key, value]) => `export const ${key} = ${JSON.stringify(value)};`).join('\n');
      if (id !== CONSTANTS + PARTS_ID) return undefined;
      return [
        `import { loadPart } from '/web/launch/part.ts';`,
        ...Object.entries(parts).map(([key, { part, global }]) =>
          `export const ${key} = () => loadPart(${JSON.stringify(part.script)}, ${JSON.stringify(part.style ?? null)}, ${JSON.stringify(global)});`),
      ].join('\n');
    },
  };
}

/** @param soon what is fetched at once, too, when the frame was opened by a click on Run */
function framePage(html: string, start: Part, { script, style }: Part, soon: Part): string {
  const page = html.replace(/\s*<script type="module"[^>]*><\/script>/, '');
  if (page === html) throw new Error('embed.html has no script');
  // The icon is copied beside the page (course.ts).
  return page.replace('./web/icon.svg', './icon.svg').replace('</body>', `  <script src="./${start.script}" data-script="./${script}" data-style="./${style ?? ''}" data-soon="${[soon.script, soon.style].filter((file) => file !== undefined).map((file) => `./${file}`).join(' ')}"></script>\n</body>`);
}

function hashOf(content: string): string {
  return createHash('sha256').update(content).digest('base64url').replace(/[^\w]/g, '').slice(0, 8);
}
