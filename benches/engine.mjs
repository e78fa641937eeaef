// Times the engine in Wasm: node benches/engine.mjs FOLDER, where FOLDER holds what wasm-bindgen made of engine.rs.
import { createRequire } from "node:module";
import { resolve } from "node:path";

const engine = createRequire(import.meta.url)(resolve(process.argv[2], "engine.js"));

const every =
  "fee-tax=19&bid-cost=0.5&bid-connects=9&connect-price=0.15&free-connects=10&held-connects=20&membership=14.99" +
  "&membership-connects=80&bid-minutes=35&client-overhead=1.5&withdrawal-fee=0.99&gig-win-rate=7&gig-hours=8" +
  "&gig-overhead=0.5&gig-bought-in=5&gig-duration=6&contract-hours=200&contract-overhead=10&contract-bought-in=100" +
  "&contract-duration=6&contract-payments=6";

// Fifty different lines, for unnamed and named clients.
const line = (index) => `${1 + (index % 4)} x ${90 + ((index * 37) % 1900)}.${10 + index}${index % 3 ? "" : ` for C${index % 17}`}`;
const list = Array.from({ length: 50 }, (_, index) => line(index)).join(", ");

const scenarios = {
  "the example": "",
  "30 gigs for one client": "gig-clients=one",
  "10,000 gigs for one client": "gigs=10000&gig-price=3&gig-clients=one",
  "a list of 50 lines": `gig-list=${list}`,
  "the same total": "same-total",
  "an open rate": "schedule=upwork-2025&rate=12",
  "every cost": every,
  "every cost, by the hour": `${every}&verdict=hour`,
};

// The median of rounds, each long enough for the clock.
function median(rounds, times, work) {
  work(times);
  const taken = Array.from({ length: rounds }, () => {
    const start = process.hrtime.bigint();
    work(times);
    return Number(process.hrtime.bigint() - start) / times / 1000;
  });
  return taken.sort((a, b) => a - b)[rounds >> 1];
}

console.log(`${"engine in Wasm, Node".padEnd(30)}${"one comparison".padStart(16)}${"every track".padStart(16)}`);
for (const [name, link] of Object.entries(scenarios)) {
  const comparison = median(15, 2000, (times) => engine.comparisons(link, times));
  const tracks = median(15, 50, (times) => engine.tracks(link, times));
  console.log(`${name.padEnd(30)}${`${comparison.toFixed(2)} µs`.padStart(16)}${`${(tracks / 1000).toFixed(3)} ms`.padStart(16)}`);
}

const chances = "bad-review=9&non-payment=3&average-price=1000&work-lost=35";
const risks = {
  "30 gigs": chances,
  "1,000 gigs": `gigs=1000&${chances}`,
  "1,000 gigs, every cost": `gigs=1000&${chances}&${every}`,
  "1,000 gigs, even chances": "gigs=1000&bad-review=50&non-payment=50&work-lost=35",
  "1,000 gigs, a year's retainer": `gigs=1000&${chances}&contract-payments=52&contract-duration=12`,
  "10,000 gigs": `gigs=10000&gig-price=3&${chances}`,
};
console.log(`\n${"what may go wrong".padEnd(30)}${"distributions".padStart(16)}`);
for (const [name, link] of Object.entries(risks)) {
  const taken = median(9, 20, (times) => engine.risks(link, times));
  console.log(`${name.padEnd(30)}${`${(taken / 1000).toFixed(3)} ms`.padStart(16)}`);
}
