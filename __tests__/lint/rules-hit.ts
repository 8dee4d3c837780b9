import { execFileSync } from 'node:child_process';
import path from 'node:path';

export interface Snippet {
  /** Where it would stand, from the root of the project. */
  file: string;
  code: string;
}

/** The rules that the project's lint says each snippet breaks, in the order of the snippets. */
export function rulesHit(snippets: Snippet[]): string[][] {
  const script = path.join(__dirname, 'lint-snippets.mjs');
  const output = execFileSync(process.execPath, [script], {
    input: JSON.stringify(snippets),
    cwd: path.resolve(__dirname, '../..'),
    encoding: 'utf8',
  });
  return JSON.parse(output) as string[][];
}
