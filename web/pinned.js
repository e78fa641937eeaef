// In place of the same two in the loader, where a page wants one build and no other: behind the name of each file stands what it
// has to hold, and nothing else is taken, whoever sends it.
const fetched = (name) => fetch(beside(name), { integrity: name.split("#")[1] });

// A tag can say what a script has to hold, and `import` cannot; what the tag has loaded is what is then imported.
async function imported(name) {
  const script = document.createElement("script");
  const [, integrity] = name.split("#");
  Object.assign(script, { type: "module", src: beside(name), integrity, crossOrigin: "anonymous" });
  await new Promise((loaded, refused) => {
    script.onload = loaded;
    script.onerror = () => refused(new Error(`${name} is not what it should be`));
    document.head.append(script);
  });
  script.remove();
  return import(beside(name));
}
