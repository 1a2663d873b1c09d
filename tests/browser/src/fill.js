// Fills the storage of this origin: in ever smaller steps until not one more character fits.
let filler = "";
for (let step = 1 << 22; step >= 1; step >>= 1) {
  for (;;) {
    try {
      localStorage.setItem("filler", filler + "x".repeat(step));
      filler += "x".repeat(step);
    } catch {
      break;
    }
  }
}
