// What does `import "take-home"` do? In a browser it defines the element. Where there is none (Node, a worker, a test without a real
// browser) it does nothing, so the tag stays as it is in HTML that a server writes.

if (typeof customElements === "object" && typeof IntersectionObserver === "function") import("./take-home.js");
