// What a failed test tells about the page.
const main = document.querySelector("main");
const lines = [
  location.href,
  `view ${main?.dataset.view}, item ${main?.dataset.item}`,
  `it says: ${(document.body?.innerText ?? "").slice(0, 800)}`,
];
if (window.__duetErrors?.length) {
  lines.push(`it complains: ${window.__duetErrors.join(" | ")}`);
}
return lines.join("\n");
