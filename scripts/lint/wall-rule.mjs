import path from 'node:path';
import { walls } from './walls.mjs';

/** @typedef {import('./walls.mjs').Wall} Wall */

/**
 * @param {string} file with or without its ending
 * @param {string} place
 */
function isIn(file, place) {
  return file.replace(/\.tsx?$/, '') === place || file.startsWith(`${place}/`);
}

/**
 * @param {string[]} names where `node:*` stands for all with that beginning
 * @param {string} name
 */
function lists(names, name) {
  return names.some(
    (entry) => entry === name || (entry.endsWith(':*') && name.startsWith(entry.slice(0, -1))),
  );
}

/** @param {string} specifier */
function packageOf(specifier) {
  if (specifier.startsWith('node:')) return specifier;
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

/**
 * The wall that forbids `file` to import `specifier`, if one does.
 * @param {string} file from the root of the project, with `/`
 * @param {string} specifier
 * @returns {Wall | undefined}
 */
export function wallHit(file, specifier) {
  const wall = walls.find((each) => isIn(file, each.from));
  if (!wall) return undefined;
  if (specifier.startsWith('.') || specifier.startsWith('/')) {
    const target = path.posix.join(path.posix.dirname(file), specifier);
    const open = wall.gap ? [] : [wall.from, ...wall.folders];
    return open.some((place) => isIn(target, place)) ? undefined : wall;
  }
  const name = packageOf(specifier);
  const open = lists(wall.packages, name) || (wall.packages.includes('*') && !lists(wall.closed ?? [], name));
  return open ? undefined : wall;
}

/** Refuses an import that the walls do not allow, in whatever form it is written. @type {import('eslint').Rule.RuleModule} */
export const wallRule = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { wall: "'{{from}}' may not import '{{specifier}}': {{reason}}" },
  },
  create(context) {
    const file = path.relative(context.cwd, context.filename).split(path.sep).join('/');
    /** @param {any} source */
    const check = (source) => {
      if (typeof source?.value !== 'string') return;
      const wall = wallHit(file, source.value);
      if (!wall) return;
      const data = { from: wall.from, specifier: source.value, reason: wall.reason };
      context.report({ node: source, messageId: 'wall', data });
    };
    /** @type {Record<string, (node: any) => void>} */
    const listeners = {
      ImportDeclaration: (node) => check(node.source),
      ExportNamedDeclaration: (node) => check(node.source),
      ExportAllDeclaration: (node) => check(node.source),
      ImportExpression: (node) => check(node.source),
      TSImportType: (node) => check(node.source ?? node.argument?.literal),
      TSExternalModuleReference: (node) => check(node.expression),
      "CallExpression[callee.name='require']": (node) => check(node.arguments[0]),
    };
    return listeners;
  },
};
