// The machine's clock as of a day in 2028, when every fact was read over a year ago.
const Now = Date;
window.Date = class extends Now {
  constructor(...parts) {
    super(...(parts.length ? parts : [2028, 0, 15]));
  }
};
