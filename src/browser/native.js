// Functions of the browser itself, which the program calls with no function of a script between: that costs less, and what is called hundreds
// of times is not translated once more (docs/adr/0019).
const on = (prototype, method) => Function.prototype.call.bind(prototype[method]);
export const createElement = Document.prototype.createElement.bind(document);
export const createElementNS = Document.prototype.createElementNS.bind(document);
export const createTextNode = Document.prototype.createTextNode.bind(document);
export const insertBefore = on(Node.prototype, "insertBefore");
export const setAttribute = on(Element.prototype, "setAttribute");
export const addEventListener = on(EventTarget.prototype, "addEventListener");
export const removeEventListener = on(EventTarget.prototype, "removeEventListener");
export const setProperty = Reflect.set;
export const subarray = on(Uint8Array.prototype, "subarray");
export const decode = TextDecoder.prototype.decode.bind(new TextDecoder("utf-8", { ignoreBOM: true }));
export const encode = TextEncoder.prototype.encode.bind(new TextEncoder());
// The text that is stored under a key; null where there is none, or where the browser refuses.
export const stored = (key) => {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
};
