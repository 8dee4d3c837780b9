import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { root } from '../lib/root.mjs';

/** The TypeScript files below a folder of the project, from its root. */
export function sourceFiles(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/(^|[\\/])(dist|node_modules)[\\/]/.test(name))
    .map((name) => path.posix.join(folder, name.split(path.sep).join('/')));
}

export const textOf = (file: string): string => readFileSync(path.join(root, file), 'utf8');

export const parsed = (file: string) => ts.createSourceFile(file, textOf(file), ts.ScriptTarget.ESNext, true);

/** What src/index.ts exports by name; a statement of any other kind counts as one more name, its text. */
export function exportedNames(): string[] {
  return parsed('src/index.ts').statements.flatMap((statement) => {
    const clause = ts.isExportDeclaration(statement) ? statement.exportClause : undefined;
    if (!clause || !ts.isNamedExports(clause)) return [statement.getText()];
    return clause.elements.map(({ name }) => name.text);
  });
}

/** The packages a file imports, types included. */
export function importedPackages(file: string): string[] {
  const { importedFiles } = ts.preProcessFile(textOf(file));
  return importedFiles
    .map(({ fileName }) => fileName)
    .filter((name) => !name.startsWith('.') && !name.startsWith('node:'))
    .map((name) =>
      name
        .split('/')
        .slice(0, name.startsWith('@') ? 2 : 1)
        .join('/'),
    );
}

export function walk(node: ts.Node, visit: (node: ts.Node) => void) {
  visit(node);
  node.forEachChild((child) => walk(child, visit));
}

function constants(source: ts.SourceFile): Map<string, string> {
  const found = new Map<string, string>();
  walk(source, (node) => {
    if (!ts.isVariableDeclaration(node) || !node.initializer || !ts.isStringLiteral(node.initializer)) return;
    found.set(node.name.getText(), node.initializer.text);
  });
  return found;
}

function keyOf(queue: ts.NewExpression, names: Map<string, string>): string {
  const settings = queue.arguments?.[0];
  const properties = settings && ts.isObjectLiteralExpression(settings) ? settings.properties : [];
  const key = properties.find((property) => property.name?.getText() === 'key');
  const value = key && ts.isPropertyAssignment(key) ? key.initializer : undefined;
  if (value && ts.isStringLiteral(value)) return value.text;
  return (value && names.get(value.getText())) ?? queue.getText();
}

/** The queues the code opens (`new Queue({ key })`, the key a literal or a constant of the same file). */
export function queueKeys(): Set<string> {
  const keys = new Set<string>();
  for (const file of sourceFiles('src').filter((name) => importedPackages(name).includes('@forge/events'))) {
    const source = parsed(file);
    walk(source, (node) => {
      const isQueue = ts.isNewExpression(node) && node.expression.getText() === 'Queue';
      if (isQueue) keys.add(keyOf(node, constants(source)));
    });
  }
  return keys;
}
