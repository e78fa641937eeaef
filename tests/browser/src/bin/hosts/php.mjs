// How do we run a version of PHP that Debian lacks? `php.mjs VERSION FOLDER run FILE` runs a script of the folder and prints what it prints;
// `php.mjs VERSION FOLDER serve PORT` serves the folder.

import { createServer } from "node:http";
import { createRequire } from "node:module";

const require = createRequire(`${process.env.PHP_WASM}/`);
const { loadNodeRuntime, createNodeFsMountHandler } = require("@php-wasm/node");
const { PHP, PHPRequestHandler } = require("@php-wasm/universal");

const [version, folder, mode, what] = process.argv.slice(2);

async function makePhp() {
  const php = new PHP(await loadNodeRuntime(version, { emscriptenOptions: { processId: 1 } }));
  php.mkdir(folder);
  await php.mount(folder, createNodeFsMountHandler(folder));
  return php;
}

if (mode === "run") {
  const php = await makePhp();
  const { HOST, TEXTS } = process.env;
  const { text, errors, exitCode } = await php.run({ scriptPath: `${folder}/${what}`, env: { HOST, TEXTS } });
  process.stdout.write(text);
  process.stderr.write(errors);
  process.exit(exitCode);
}

const absoluteUrl = `http://127.0.0.1:${what}`;
// One after the other: requests wait for the only instance.
const handler = new PHPRequestHandler({
  documentRoot: folder,
  absoluteUrl,
  phpFactory: makePhp,
  maxPhpInstances: 1,
  cookieStore: false,
});
createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const { method, url, headers } = request;
  const answer = await handler.request({ method, url, headers, body: Buffer.concat(chunks) });
  response.writeHead(answer.httpStatusCode, answer.headers);
  response.end(answer.bytes);
}).listen(what, "127.0.0.1");
