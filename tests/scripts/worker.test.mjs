// Which files does the worker keep, and when does it answer with them?

import assert from "node:assert/strict";
import test from "node:test";
import { run } from "./support.mjs";

const SCOPE = "https://files.example/some/where/";
const APP = "v1/take-home-app.0a1b2c3d.js";
const FILES = ["./", "embed.html", "v1/take-home.js", APP];

/** As the build does it. */
const build = (text) =>
  [
    ["BUILD", "0123456789abcdef"],
    ['"FILES"', FILES.map((file) => JSON.stringify(file)).join()],
  ].reduce((built, [place, value]) => {
    assert.equal(built.split(place).length, 2, `one place for ${place}`);
    return built.replace(place, value);
  }, text);

/** A worker whose network is `network`: an address, as the worker writes it, to a response or nothing. */
async function start(network) {
  const listeners = {};
  const caches = new Map([
    ["take-home https://files.example/ 1", new Map()],
    [`take-home ${SCOPE} fedcba9876543210`, new Map()],
    ["somebody else's", new Map()],
  ]);
  const asked = [];
  const calls = [];
  await run(
    "worker.js",
    {
      URL,
      Response,
      self: {
        registration: { scope: SCOPE },
        clients: { claim: async () => calls.push("claim") },
        skipWaiting: () => calls.push("skipWaiting"),
        addEventListener: (type, listener) => {
          listeners[type] = listener;
        },
      },
      caches: {
        open: async (name) => {
          if (!caches.has(name)) caches.set(name, new Map());
          const files = caches.get(name);
          return { put: async (file, response) => files.set(file, response), match: async (file) => files.get(file) };
        },
        keys: async () => [...caches.keys()],
        delete: async (name) => caches.delete(name),
      },
      fetch: async (request, options) => {
        const address = request.url ?? request;
        asked.push(options ? `${address} ${options.cache}` : address);
        const response = network(address);
        if (!response) throw new TypeError("no network");
        return response;
      },
    },
    build,
  );
  /** What comes of an event that waits for something. */
  const send = async (type) => {
    let done;
    listeners[type]({
      waitUntil: (promise) => {
        done = promise;
      },
    });
    await done;
  };
  /** The text of the worker's answer; nothing where it leaves the request to the browser. */
  const request = async (path, method = "GET") => {
    let answer;
    listeners.fetch({
      request: { url: new URL(path, SCOPE).href, method },
      respondWith: (promise) => {
        answer = promise;
      },
    });
    const response = await answer;
    return response && (response.type === "error" ? "error" : `${response.status} ${await response.clone().text()}`);
  };
  return { send, request, caches, asked, calls, listeners };
}

const kept = ({ caches }) => caches.get(`take-home ${SCOPE} 0123456789abcdef`);

/** A worker that has kept everything, and whose network is then another. */
async function installed(network) {
  let current = (address) => new Response(`kept ${address.split("?")[0]}`);
  const worker = await start((address) => current(address));
  await worker.send("install");
  current = network;
  worker.asked.length = 0;
  return worker;
}

test("all files are kept, past every cache on the way", async () => {
  const worker = await start((address) => new Response(address));
  await worker.send("install");
  assert.deepEqual([...kept(worker).keys()], FILES);
  const hash = "?0123456789abcdef reload";
  assert.deepEqual(worker.asked, [`./${hash}`, `embed.html${hash}`, `v1/take-home.js${hash}`, `${APP} reload`]);
});

test("a file that does not come leaves the worker uninstalled", async () => {
  const worker = await start((address) => new Response("", { status: address === APP ? 404 : 200 }));
  await assert.rejects(worker.send("install"), { message: `${APP} answered 404` });
});

test("a redirected page is kept as one that is not", async () => {
  const redirected = (address) =>
    Object.defineProperty(new Response(address, { status: 200, statusText: "Moved" }), "redirected", { value: true });
  const worker = await start(redirected);
  await worker.send("install");
  const page = kept(worker).get("./");
  assert.equal(page.redirected, false);
  assert.equal(await page.text(), "./?0123456789abcdef");
});

test("what other builds of this folder kept goes, and nothing else", async () => {
  const worker = await installed(() => undefined);
  await worker.send("activate");
  assert.deepEqual(
    [...worker.caches.keys()],
    ["take-home https://files.example/ 1", "somebody else's", `take-home ${SCOPE} 0123456789abcdef`],
  );
  assert.deepEqual(worker.calls, ["claim"]);
});

test("a file with a hash is never asked for again", async () => {
  const worker = await installed(() => new Response("network"));
  assert.equal(await worker.request(APP), `200 kept ${APP}`);
  assert.deepEqual(worker.asked, []);
  kept(worker).delete(APP);
  assert.equal(await worker.request(APP), "200 network");
});

test("any other file comes from the network, or from what is kept without one", async () => {
  const answers = async (network) => (await installed(network)).request("embed.html");
  assert.equal(await answers(() => new Response("network")), "200 network");
  assert.equal(await answers(() => new Response("gone", { status: 404 })), "404 gone");
  assert.equal(await answers(() => new Response("broken", { status: 503 })), "200 kept embed.html");
  assert.equal(await answers(() => undefined), "200 kept embed.html");
});

test("where nothing is kept the network's failure is passed on", async () => {
  for (const [response, expected] of [
    [new Response("broken", { status: 503 }), "503 broken"],
    [undefined, "error"],
  ]) {
    const worker = await installed(() => response);
    kept(worker).clear();
    assert.equal(await worker.request("embed.html"), expected);
  }
});

test("a page is known by all its names, and other files are the host's", async () => {
  const worker = await installed(() => undefined);
  for (const name of ["", "index.html", "?utm=1", "#gigs=3"]) {
    assert.equal(await worker.request(name), "200 kept ./", name);
  }
  for (const name of ["embed.html", "embed", "embed.html?gigs=3"]) {
    assert.equal(await worker.request(name), "200 kept embed.html", name);
  }
  for (const name of ["other.html", "v1/", "v1/take-home", "../", "embed/"]) {
    assert.equal(await worker.request(name), undefined, name);
  }
  assert.equal(await worker.request("embed.html", "POST"), undefined);
});

test("a page learns whether what it has fetched is of this build", async () => {
  const { listeners, calls } = await installed(() => undefined);
  const isOfThisBuild = (data) => {
    let answer;
    listeners.message({ data, ports: [{ postMessage: (is) => (answer = is) }] });
    return answer;
  };
  const folder = `${SCOPE}v1/`;
  assert.equal(isOfThisBuild([`${folder}take-home.js`, `${SCOPE}${APP}`, "https://blog.example/other.js"]), true);
  assert.equal(isOfThisBuild([`${SCOPE}${APP}`, `${folder}take-home-app.99999999.js`]), false);
  assert.equal(isOfThisBuild([]), true);
  assert.deepEqual(calls, []);
  listeners.message({ data: "take over", ports: [] });
  assert.deepEqual(calls, ["skipWaiting"]);
});
