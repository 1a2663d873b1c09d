// Starts Duet in one file (src/pages/single.rs). What wasm-bindgen has written for the program follows in the same script.

/** A module of the program out of the page, where it is packed to make the file half as large. */
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

/** Starts all chunks, which import what the program exports: `initSync` gives that once it runs. */
function loadChunks() {
  const imports = { __wasm_split: wasm_bindgen.initSync() };
  const start = async (element) => WebAssembly.instantiate(await unpack(element), imports);
  return (chunks ??= Promise.all(Array.from(document.querySelectorAll("script[data-chunk]"), start)));
}

/** Where the program imports what loads a chunk. There is nothing to wait for here, so the first that is asked for brings all others. */
const require = () =>
  new Proxy({}, {
    get: () => async (callback, data) => {
      await loadChunks();
      wasm_bindgen.initSync().__indirect_function_table.get(callback)(data, true);
    },
  });

