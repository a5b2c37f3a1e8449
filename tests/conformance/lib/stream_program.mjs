// SPDX-License-Identifier: MIT
// Random programs of a stream server and its clients. Who prints when is decided by readiness alone: nothing in them
// depends on how long anything takes, so CPython prints the same each time, or is not asked (fuzz_streams.mjs).
import { makeRandom } from './order/random.mjs';

const kHandlers = {
  line: ['while data := await reader.readline():'],
  iteration: ['async for data in reader:'],
  read: ['while data := await reader.read(SIZE):'],
  exactly: ['while True:', '    try:', '        data = await reader.readexactly(3)', '    except asyncio.IncompleteReadError as error:',
    '        print("S", name, "partial", error.partial)', '        break'],
  until: ['while True:', '    try:', '        data = await reader.readuntil(b";")', '    except asyncio.IncompleteReadError as error:',
    '        print("S", name, "partial", error.partial)', '        break'],
};

function handler(random) {
  const lines = ['async def handle(reader, writer):', '    name = (await reader.readline()).decode().strip()', '    print("S", name, "hello")'];
  const kind = random.pick(Object.keys(kHandlers));
  lines.push(...kHandlers[kind].map((line) => `    ${line.replace('SIZE', String(random.pick([1, 2, 5, 100])))}`));
  lines.push('        print("S", name, len(data))');
  if (random.chance(0.7)) lines.push('        writer.write(data[::-1])');
  if (random.chance(0.5)) lines.push('        await writer.drain()');
  for (let n = random.below(3); n > 0; n--) lines.push('        await asyncio.sleep(0)');
  if (random.chance(0.2)) lines.push('        if len(data) == 2:', '            writer.transport.abort()', '            break');
  if (random.chance(0.3)) lines.push('    writer.write(b"end")');
  if (random.chance(0.3)) lines.push('    writer.write_eof()');
  lines.push('    writer.close()');
  if (random.chance(0.3)) lines.push('    await writer.wait_closed()');
  return [...lines, '    print("S", name, "over")'];
}

function action(random, name) {
  const limited = (what, call) => ['async with asyncio.timeout(0.3):', `    print("${name}", "${what}", ${call})`];
  switch (random.below(9)) {
    case 0: return ['await asyncio.sleep(0)'];
    case 1: return limited('read', `await reader.read(${random.pick([1, 3, 50])})`);
    case 2: return limited('line', 'await reader.readline()');
    case 3: return ['writer.writelines([b"x", b"y;\\n"])'];
    case 4: return ['await asyncio.sleep(0)', 'await asyncio.sleep(0)'];
    default: {
      const data = Array.from({ length: 1 + random.below(8) }, () => random.pick(['a', 'b', ';', '\\n'])).join('');
      return [`writer.write(b"${data}")`, ...(random.chance(0.4) ? ['await writer.drain()'] : [])];
    }
  }
}

function client(random, number) {
  const name = `C${number}`;
  const lines = [`async def client_${number}(address):`];
  for (let n = random.below(4); n > 0; n--) lines.push('    await asyncio.sleep(0)');
  lines.push('    reader, writer = await asyncio.open_connection(*address)', `    print("${name}", "connected")`);
  lines.push(`    writer.write(b"c${number}\\n")`, '    try:');
  const body = [];
  for (let n = random.below(6); n > 0; n--) body.push(...action(random, name));
  if (random.chance(0.6)) body.push('writer.write_eof()');
  if (random.chance(0.6)) body.push('async with asyncio.timeout(0.3):', `    print("${name}", "rest", await reader.read())`);
  lines.push(...[...body, 'pass'].map((line) => `        ${line}`));
  lines.push('    except (TimeoutError, OSError, RuntimeError) as error:', `        print("${name}", type(error).__name__, error)`);
  lines.push('    writer.close()');
  if (random.chance(0.5)) {
    lines.push('    try:', '        await writer.wait_closed()', '    except OSError as error:', `        print("${name}", "closing:", type(error).__name__)`);
  }
  return [...lines, `    print("${name}", "over")`];
}

export function streamProgram(seed) {
  const random = makeRandom(seed);
  const count = 1 + random.below(4);
  const clients = Array.from({ length: count }, (_, number) => client(random, number));
  const order = Array.from({ length: count }, (_, number) => number).sort(() => (random.chance(0.5) ? 1 : -1));
  return [
    'import asyncio', '', '', ...handler(random), '', '', ...clients.flatMap((lines) => [...lines, '', '']),
    'async def main():',
    '    server = await asyncio.start_server(handle, "127.0.0.1", 0)',
    '    address = server.sockets[0].getsockname()',
    `    await asyncio.gather(${order.map((number) => `client_${number}(address)`).join(', ')})`,
    '    await asyncio.sleep(0.05)', '    server.close()', '    print("end")', '', '', 'asyncio.run(main())', '',
  ].join('\n');
}
