// SPDX-License-Identifier: MIT
// What network programs are recorded with: a CPython 3.13 that has the real packages, and a server on loopback that stands in for
// mock.loopscope. Programs run unchanged: site/sitecustomize.py leads the name to the server, and its certificate, made for
// the occasion, is trusted by the usual variables.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runProcess } from '../conformance/lib/process.mjs';
import { repository } from '../conformance/lib/programs.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const kPackages = ['aiofiles', 'aiohttp', 'fastapi', 'httpx', 'multidict', 'pydantic', 'requests', 'starlette', 'uvicorn', 'yarl'];
/** Where these are not installed, our own stand in, over the real httpx (site/sitecustomize.py): openai is in no distribution. */
const kOptional = ['beautifulsoup4', 'openai', 'tenacity'];
const kImports = new RegExp(`^\\s*(?:import|from)\\s+(?:${[...kPackages, 'bs4', 'openai', 'tenacity'].join('|')})\\b`, 'm');
const kVersions = join(repository, 'tests/conformance/network/RECORDED_WITH.txt');

/** @param {{folder: string, file: string}} program */
export function needsNetwork(program) {
  const text = readFileSync(join(program.folder, program.file), 'utf8');
  return kImports.test(text) || text.includes('mock.loopscope');
}

/** The interpreter with the packages, as a command and its environment; throws advice if there is none. */
export async function findNetworkPython() {
  const probe = `
import importlib.metadata, json, sys
def version(name):
    try: return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError: return None
print(json.dumps([sys.implementation.name, sys.version_info[:2], {name: version(name) for name in ${JSON.stringify([...kPackages, ...kOptional])}}]))`;
  const command = process.env.LOOPSCOPE_NETPYTHON ?? '/opt/netpython';
  const env = { ...process.env, PYTHONUTF8: '1', PYTHONDONTWRITEBYTECODE: '1', NO_COLOR: '1' };
  const script = join(mkdtempSync(join(tmpdir(), 'loopscope-')), 'probe.py');
  writeFileSync(script, probe);
  const found = await runProcess(command, [script], { cwd: dirname(script), env, timeoutMs: 30_000 }).catch(() => null);
  rmSync(dirname(script), { recursive: true, force: true });
  const [name, version, packages] = found?.code === 0 ? JSON.parse(found.stdout) : [];
  const missing = found?.code === 0 ? kPackages.filter((wanted) => !packages[wanted]) : kPackages;
  if (name !== 'cpython' || version.join('.') !== '3.13' || missing.length > 0) {
    throw new Error(`network programs are recorded with a CPython 3.13 that has ${kPackages.join(', ')}` +
      (name ? `; ${command} lacks ${missing.join(', ') || 'the right version'}` : `; there is none at ${command}`) +
      '. Set LOOPSCOPE_NETPYTHON to one.');
  }
  const lines = Object.entries(packages).filter(([, known]) => known).map(([each, known]) => `${each} ${known}`);
  return { command, env, packages, versions: `${lines.sort().join('\n')}\n` };
}

/** Notes what the recordings were made with; of packages that are not here, what was noted before. */
export function keepVersions(python) {
  const before = existsSync(kVersions) ? readFileSync(kVersions, 'utf8').split('\n') : [];
  const kept = before.filter((line) => kOptional.includes(line.split(' ')[0]) && !python.packages[line.split(' ')[0]]);
  writeFileSync(kVersions, `${[...python.versions.trim().split('\n'), ...kept].sort().join('\n')}\n`);
}

/** Runs a program beside a server of its own: what one leaves behind there does not change the next. */
export async function runWithStandIn(python, program, { env, timeoutMs }) {
  const folder = mkdtempSync(join(tmpdir(), 'loopscope-mock-'));
  const certificate = join(folder, 'certificate.pem');
  const key = join(folder, 'key.pem');
  execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2',
    '-subj', '/CN=mock.loopscope', '-addext', 'subjectAltName=DNS:mock.loopscope', '-keyout', key, '-out', certificate], { stdio: 'ignore' });
  const server = spawn(python.command, [join(here, 'mock_server.py'), '--certificate', certificate, '--key', key],
    { cwd: folder, env: python.env, stdio: ['pipe', 'pipe', 'inherit'] });
  try {
    const ports = await new Promise((resolve, reject) => {
      let said = '';
      server.stdout.on('data', (chunk) => { if ((said += String(chunk)).endsWith('\n')) resolve(said.trim()); });
      server.once('exit', () => { reject(new Error('the stand-in server did not start')); });
    });
    return await runProcess(python.command, [program.file], {
      cwd: program.folder,
      env: { ...python.env, ...env, LOOPSCOPE_MOCK_PORTS: ports,
        PYTHONPATH: [join(here, 'site'), process.env.PYTHONPATH].filter(Boolean).join(':'),
        LOOPSCOPE_MODULES: join(repository, 'runtime/python/library/modules'),
        SSL_CERT_FILE: certificate, REQUESTS_CA_BUNDLE: certificate },
      timeoutMs,
    });
  } finally {
    server.stdin.end();
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}
