// When does the reader come to the questions? Then their closed lines answer, which takes a part of the app.

/**
 * Calls `near` once the questions are in sight.
 * @param {Element} root
 * @param {() => void} near
 */
export function awaitQuestions(root, near) {
  const questions = root.querySelector(".th-questions");
  const { connection } = /** @type {{ connection?: { saveData?: boolean } }} */ (navigator);
  // Readers who save data fetch it when they open a question.
  if (!questions || connection?.saveData) return;
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    observer.disconnect();
    near();
  });
  observer.observe(questions);
}
