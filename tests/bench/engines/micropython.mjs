// SPDX-License-Identifier: MIT
/** The npm package @micropython/micropython-webassembly-pyscript; a program awaits main() at top level. */
export async function open() {
  const { loadMicroPython } = await import('@micropython/micropython-webassembly-pyscript');
  let onLine = () => {};
  const python = await loadMicroPython({ stdout: (line) => onLine(line), heapsize: 16 << 20, pystack: 1 << 20 });
  return {
    run: async (source, listener) => {
      onLine = listener;
      await python.runPythonAsync(source);
    },
  };
}
