import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');

/** @param {string[]} parts of a path from the root of the project */
export const at = (...parts) => path.join(root, ...parts);
