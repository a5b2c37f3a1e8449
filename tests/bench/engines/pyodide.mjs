// SPDX-License-Identifier: MIT
/** CPython in wasm: the npm package pyodide. Its event loop is the host's, so a program awaits main() at top level. */
export async function open() {
  const { loadPyodide } = await import('pyodide');
  let onLine = () => {};
  const python = await loadPyodide({ stdout: (line) => onLine(line) });
  return {
    run: async (source, listener) => {
      onLine = listener;
      await python.runPythonAsync(source);
    },
    memory: () => python._module.HEAPU8.length,
  };
}
