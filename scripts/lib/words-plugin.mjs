import { compiledCatalogues } from './words.mjs';

/** A key in the code of a page, or the beginning that several have: `'panel.older'`, `` `refused.${code}` ``. */
const NAMED = /(['"`])([a-z][a-z-]*\.(?:[a-z0-9-]+(?:\.[a-z0-9-]+)*)?)(\1|\$\{)/g;

/**
 * For Vite: writes `words/<language>.json` beside a page, with the messages that its modules name and no others. So a
 * page sends only what it says, in the one language that its reader asks for.
 * @param {readonly string[]} [answered] what functions answer with and no module of the page names, as beginnings of keys
 * @returns {import('vite').Plugin}
 */
export function wordsPlugin(answered = []) {
  /** @type {Set<string>} */
  const named = new Set();
  /** @type {Set<string>} */
  const begun = new Set(answered);
  /** @param {string} key */
  const isNamed = (key) => named.has(key) || [...begun].some((head) => key.startsWith(head));
  return {
    name: 'words',
    transform(code, id) {
      if (!/\/(static|src)\/.*\.tsx?$/.test(id)) return;
      for (const [, , name = '', end] of code.matchAll(NAMED)) {
        (end === '${' || name.endsWith('.') ? begun : named).add(name);
      }
    },
    generateBundle() {
      for (const [language, messages] of Object.entries(compiledCatalogues())) {
        const own = Object.fromEntries(Object.entries(messages).filter(([key]) => isNamed(key)));
        this.emitFile({ type: 'asset', fileName: `words/${language}.json`, source: JSON.stringify(own) });
      }
    },
  };
}
