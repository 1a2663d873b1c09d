// Served by the test host before all scripts of a page: writes down what goes wrong in it.
(() => {
  const errors = (window.__duetErrors = []);
  const note = (kind, what) => errors.push(`${kind}: ${what}`);
  addEventListener("error", (event) => {
    // Errors of loading do not bubble and carry no message; their target does say what was to be loaded.
    // Not an error at all, though it comes as one: a size that changed once more is told of in the next frame.
    if (event.message?.startsWith("ResizeObserver loop")) return;
    const source = event.target?.src || event.target?.href;
    note(source ? "load" : "error", source || event.message);
  }, true);
  addEventListener("unhandledrejection", (event) => note("rejection", event.reason));
  addEventListener("securitypolicyviolation", (event) => note("policy", `${event.violatedDirective} ${event.blockedURI}`));
  const log = console.error;
  console.error = (...values) => {
    note("console", values.join(" "));
    log.apply(console, values);
  };
})();
