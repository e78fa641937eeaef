// Keeps what the console is told and what goes wrong unseen, before anything else runs.
window.heard = [];
for (const level of ["log", "info", "warn", "error", "debug", "assert", "trace"]) {
  console[level] = (...words) => window.heard.push(`${level}: ${words.join(" ")}`);
}
addEventListener("error", (event) => {
  if (event instanceof ErrorEvent) window.heard.push(`error: ${event.message}`);
});
addEventListener("unhandledrejection", (event) => window.heard.push(`rejection: ${event.reason}`));
addEventListener("securitypolicyviolation", (event) => {
  window.heard.push(`policy: ${event.violatedDirective} ${event.blockedURI}`);
});
// The page's own events, from any sender.
window.sent = [];
for (const name of ["ready", "change", "error"]) {
  addEventListener(name, (event) => {
    if (event instanceof CustomEvent) window.sent.push({ name, id: event.target.id, detail: event.detail, composed: event.composed });
  });
}
