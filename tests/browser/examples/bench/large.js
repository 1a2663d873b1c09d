// How long the page is busy with a file. Each beat comes as soon as the page lets it; the longest time between two is the longest it
// was busy. The tasks that the browser itself finds long are noted beside.
const large = { last: 0, longest: 0, first: 0, drawn: 0, tasks: [] };
globalThis.large = large;
const fields = document.querySelector("[name=team-files]");
fields.addEventListener("change", () => {
  large.first = performance.now();
  large.last = large.first;
}, true);
const running = () => large.first && !large.drawn;
const { port1, port2 } = new MessageChannel();
port1.onmessage = () => {
  const now = performance.now();
  if (running()) large.longest = Math.max(large.longest, now - large.last);
  large.last = now;
  if (running() && document.querySelector(".dumbbells")) large.drawn = now;
  if (!large.drawn) setTimeout(() => port2.postMessage(0), 0);
};
port2.postMessage(0);
new PerformanceObserver((list) => {
  large.tasks.push(...list.getEntries().map(({ startTime, duration }) => [startTime, duration]));
}).observe({ type: "longtask" });

/** What was measured, once it is drawn and the browser has told of its tasks. */
large.measured = () => {
  if (!large.drawn || performance.now() - large.drawn < 1000) return null;
  const tasks = large.tasks.filter(([start]) => start >= large.first - 50).map(([, duration]) => duration);
  return { drawn: large.drawn - large.first, busy: large.longest, task: Math.max(0, ...tasks) };
};
