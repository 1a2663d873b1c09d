// Starts the single file (src/pages/single.rs). The script of wasm-bindgen follows in the same element.

/** The bytes of a module, which is stored in the page as gzip in base64. */
async function unpack(element) {
  const packed = Uint8Array.from(atob(element.textContent), (byte) => byte.charCodeAt(0));
  const code = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(code).arrayBuffer();
}

globalThis.duetInOneFile = async () => ({
  start: wasm_bindgen,
  code: await unpack(document.querySelector("script[data-wasm]")),
});

let chunks;

/** Instantiates all chunks. They import the exports of the program, which `initSync` returns once it runs. */
function loadChunks() {
  const imports = { __wasm_split: wasm_bindgen.initSync() };
  const start = async (element) => WebAssembly.instantiate(await unpack(element), imports);
  return (chunks ??= Promise.all(Array.from(document.querySelectorAll("script[data-chunk]"), start)));
}

/** Replaces the imports of the chunk loader. Nothing is downloaded here, so the first chunk loads all others too. */
const require = () =>
  new Proxy({}, {
    get: () => async (callback, data) => {
      await loadChunks();
      wasm_bindgen.initSync().__indirect_function_table.get(callback)(data, true);
    },
  });

