// How does a page make sure that it runs one build of the calculator and no other? In the loader of such a page this file replaces
// files.js. The build writes each file's `integrity` after its name and `#`; a browser accepts no other content, from any server.

/** @param {string} name */
const addressOf = (name) => new URL(name, import.meta.url).href;

/** @param {string} name */
const integrityOf = (name) => name.split("#")[1];

/** @param {string} name */
export const fetchFile = (name) => fetch(addressOf(name), { integrity: integrityOf(name) });

// A page may take the addresses of scripts from policies only.
const { trustedTypes } = /** @type {any} */ (globalThis);
const policy = trustedTypes?.createPolicy("take-home-loader", {
  createScriptURL: (/** @type {string} */ address) => address,
});

// A page that has pinned a build runs no other.
/** @type {((missing: string) => Promise<any>) | undefined} */
export const importPresent = undefined;

/**
 * A tag can say what a script has to be and `import` cannot, but it gets what a tag has loaded under the same address.
 * @param {string} name
 */
export async function importFile(name) {
  const address = addressOf(name);
  const src = policy?.createScriptURL(address) ?? address;
  const script = document.createElement("script");
  Object.assign(script, { type: "module", src, integrity: integrityOf(name), crossOrigin: "anonymous" });
  await new Promise((resolve, reject) => {
    script.onload = resolve;
    script.onerror = () => reject(new Error(`${name} is not what it should be`));
    document.head.append(script);
  });
  script.remove();
  return import(address);
}
