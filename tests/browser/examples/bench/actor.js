// Acts in every page in the same way, and notes when what came of it. It is put before the scripts of the page.
(() => {
  if (parent !== window) return;
  /** What the page is like (bench/pages.json), and with `hasty` that nobody waits for it. */
  const page = "%page%";
  /** What the browser itself counts as brought about by a person: a shift this soon after they did something. */
  const SOON = 500;
  const ITEMS = 20;
  /** A page that takes longer is broken. The driver waits for half a minute. */
  const PATIENCE = 15000;
  /** What a finger meets: the label, where a page does not take a click on the radio inside for one. */
  const choice = page.press ?? page.answer;
  const presses = [];

  /** The first element that matches and is there to be used; a page may have others that wait for their turn. */
  const shown = (css) => [...document.querySelectorAll(css)].find((element) => element.checkVisibility());

  /** What a finger does. Of a click alone, some pages take it that a key has brought it about. */
  function tap(element) {
    const about = { bubbles: true, cancelable: true, composed: true };
    element.dispatchEvent(new PointerEvent("pointerdown", { ...about, isPrimary: true }));
    element.dispatchEvent(new MouseEvent("mousedown", { ...about, detail: 1 }));
    element.dispatchEvent(new PointerEvent("pointerup", { ...about, isPrimary: true }));
    element.dispatchEvent(new MouseEvent("mouseup", { ...about, detail: 1 }));
    element.click();
  }

  /** The moment after the next frame was painted. */
  const painted = () => new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now());
      port2.postMessage(0);
    });
  });

  /** The moment after the frame was painted that shows it. */
  async function until(look) {
    const from = performance.now();
    for (;;) {
      const at = await painted();
      if (look()) return at;
      if (at - from > PATIENCE) throw new Error(`${look} does not come about: ${document.body.innerText.slice(0, 500)}`);
    }
  }

  const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));
  const idle = () => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 5000 }));

  /** Until the page has nothing more to do, as while somebody reads. */
  async function rest() {
    await pause(100);
    await idle();
    await idle();
  }

  // The memory of programs. It grows, so what is kept is whom to ask.
  const memories = new Set();
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = async function instantiate(...all) {
      const made = await original.apply(this, all);
      for (const exported of Object.values((made.instance ?? made).exports)) {
        if (exported instanceof WebAssembly.Memory) memories.add(exported);
      }
      return made;
    };
  }

  /** Whether what is stored has the answer in it: in a list, in the list `answers`, or as `q1`, `q2`… */
  function hasAnswer(text) {
    const found = JSON.parse(text);
    const named = Object.entries(found).filter(([key]) => /^q\d+$/.test(key)).map(([, value]) => value);
    return [found, found.answers, named].some((list) => Array.isArray(list) && list.includes(3));
  }

  let storedAt;
  const stored = new Promise((resolve) => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = function store(key, value) {
      setItem.call(this, key, value);
      if (storedAt === undefined && this === localStorage && key === page.key && hasAnswer(value)) {
        storedAt = performance.now();
        resolve();
      }
    };
  });

  /** Presses with every frame, until something comes of it. */
  function hurry() {
    if (storedAt !== undefined) return;
    const next = shown(choice) ?? shown(page.begin);
    if (next) tap(next);
    requestAnimationFrame(hurry);
  }
  if (page.hasty) requestAnimationFrame(hurry);

  /** Each thing to be watched for, and when it was on the screen. */
  const watched = Object.fromEntries(
    Object.entries(page.watch ?? {}).map(([name, css]) => [name, until(() => document.querySelector(css))]),
  );

  let largest = 0;
  new PerformanceObserver((list) => {
    largest = list.getEntries().at(-1).startTime;
  }).observe({ type: "largest-contentful-paint", buffered: true });

  const shifts = [];
  new PerformanceObserver((list) => shifts.push(...list.getEntries())).observe({ type: "layout-shift", buffered: true });
  const sum = (entries) => entries.reduce((all, { value }) => all + value, 0);
  const afterPress = ({ startTime }) => presses.some((press) => startTime >= press && startTime - press < SOON);

  /** Presses and gives the time until what comes of it is on the screen. */
  async function press(css, look) {
    await rest();
    const element = shown(css);
    const from = performance.now();
    presses.push(from);
    tap(element);
    return (await until(look)) - from;
  }

  /** Which statement is shown. */
  const item = () => "%item%";

  /** Answers everything, one statement after the other, and looks at the result. */
  async function run() {
    await press(page.begin, () => item() && shown(choice));
    const answers = [];
    for (let number = 1; number < ITEMS; number += 1) {
      const before = item();
      answers.push(await press(choice, () => item() && item() !== before));
    }
    const done = () => shown(page.done);
    if (page.finish) answers.push(await press(choice, () => shown(page.finish)));
    const result = await press(page.finish ?? choice, done);
    await rest();
    return { answers, result };
  }

  /** Until the page is loaded and says that it is ready, when it says so. */
  async function ready() {
    while (document.readyState !== "complete" || !shown(page.begin) || (page.ready && !document.querySelector(page.ready))) {
      await pause(50);
    }
    await rest();
  }

  const first = () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime;

  globalThis.bench = {
    ready,
    run,
    watched,
    /** When the first answer was stored, by the clock of the page and by that of the machine, in milliseconds. */
    stored: () => stored.then(() => [storedAt, performance.timeOrigin + storedAt]),
    paints: () => ({ first: first(), largest }),
    shifts: () => ({ all: sum(shifts), unasked: sum(shifts.filter((shift) => !afterPress(shift))) }),
    program: () => [...memories].reduce((all, { buffer }) => all + buffer.byteLength, 0),
  };
})();
