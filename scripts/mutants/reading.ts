import { ESLint, type Linter } from 'eslint';
import { join } from 'node:path';
import ts from 'typescript';
import type { Mutant } from './find';
import { filesIn, PLAIN, textOf } from './tree';

/** Whether types or lint notice a fault as it would be in the code, where they look at its file. */
export interface Reader {
  notices(mutant: Mutant): Promise<'types' | 'lint' | undefined>;
}

interface Oxlint {
  overrides: { rules: Record<string, Linter.RuleEntry> }[];
}

/** Keeps what it understood of the project from one fault to the next. */
export function openReader(): Reader {
  const typesAgree = openTypes();
  const eslint = new ESLint({ cwd: PLAIN, ignore: false, overrideConfig: withTypes() });
  return {
    notices: async ({ file, start, end, after }) => {
      const text = textOf(file);
      const faulty = text.slice(0, start) + after + text.slice(end);
      if (!typesAgree(file, faulty)) return 'types';
      const [result] = await eslint.lintText(faulty, { filePath: join(PLAIN, file) });
      return result && result.errorCount + result.warningCount > 0 ? 'lint' : undefined;
    },
  };
}

/** What oxlint finds by types, as rules of ESLint: of the two, only that reads a text which is in no file. */
function withTypes(): Linter.Config {
  const [typed] = (JSON.parse(textOf('.oxlintrc.json')) as Oxlint).overrides;
  const rules = Object.entries(typed?.rules ?? {});
  return {
    files: ['src/**'],
    languageOptions: { parserOptions: { project: 'tsconfig.json', tsconfigRootDir: PLAIN } },
    rules: Object.fromEntries(
      rules.map(([name, how]) => [name.replace('typescript', '@typescript-eslint'), how]),
    ),
  };
}

function openTypes(): (file: string, text: string) => boolean {
  const path = join(PLAIN, 'tsconfig.json');
  const { config } = ts.readConfigFile(path, (name) => ts.sys.readFile(name)) as { config: unknown };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, PLAIN);
  let changed: { path: string; text: string; version: number } = { path: '', text: '', version: 0 };
  const service = ts.createLanguageService({
    getCompilationSettings: () => ({ ...options, noEmit: true }),
    getScriptFileNames: () => filesIn('src').map((file) => join(PLAIN, file)),
    getScriptVersion: (name) => (name === changed.path ? String(changed.version) : '0'),
    getScriptSnapshot: (name) => {
      const text = name === changed.path ? changed.text : ts.sys.readFile(name);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => PLAIN,
    getDefaultLibFileName: (chosen) => ts.getDefaultLibFilePath(chosen),
    fileExists: (name) => ts.sys.fileExists(name),
    readFile: (name) => ts.sys.readFile(name),
    directoryExists: (name) => ts.sys.directoryExists(name),
    getDirectories: (name) => ts.sys.getDirectories(name),
  });
  return (file, text) => {
    changed = { path: join(PLAIN, file), text, version: changed.version + 1 };
    const { path: name } = changed;
    return service.getSyntacticDiagnostics(name).length + service.getSemanticDiagnostics(name).length === 0;
  };
}
