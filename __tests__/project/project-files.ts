import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(__dirname, '../..');

/** Every file that is in git or about to be, from the root of the project. */
export function projectFiles(): string[] {
  const args = ['ls-files', '--cached', '--others', '--exclude-standard', '-z'];
  const listed = execFileSync('git', args, { cwd: root, encoding: 'utf8' }).split('\0');
  return listed.filter((file) => file !== '' && existsSync(path.join(root, file)));
}

const BINARY = /\.(png|jpe?g|gif|ico|woff2?|gz|zip)$/;

/** Those of them that people read, but for what a program wrote. */
export const textFiles = (): string[] =>
  projectFiles().filter((file) => !BINARY.test(file) && file !== 'package-lock.json');

export const textOf = (file: string): string => readFileSync(path.join(root, file), 'utf8');

export const isThere = (file: string): boolean => existsSync(path.join(root, file));

export const isFolder = (file: string): boolean => statSync(path.join(root, file)).isDirectory();
