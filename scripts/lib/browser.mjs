export const launchFlags = ['--headless'];
/** @param {string} name */
export function hello(name) {
  return `hi ${name}`;
}
