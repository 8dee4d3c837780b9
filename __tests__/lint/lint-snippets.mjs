// Lints snippets as if they stood in the named files, with the project's own configuration. Runs by itself,
// because ESLint loads its configuration in a way that jest cannot follow.
import { readFileSync } from 'node:fs';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

/** @type {{ file: string, code: string }[]} */
const snippets = JSON.parse(readFileSync(0, 'utf8'));
// Snippets belong to no TypeScript project, so what needs types is left out.
const eslint = new ESLint({ overrideConfig: tseslint.configs.disableTypeChecked });

const rulesHit = await Promise.all(
  snippets.map(async ({ file, code }) => {
    const results = await eslint.lintText(code, { filePath: file });
    return results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => ruleId ?? message));
  }),
);
process.stdout.write(JSON.stringify(rulesHit));
