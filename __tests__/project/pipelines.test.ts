import { parseDocument } from 'yaml';
import { projectFiles, textOf } from './project-files';

const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
const pipelines = projectFiles().filter((file) => /^docs\/pipelines\/.*\.yml$/.test(file));

const commandsIn = (text: string): string[] =>
  [...text.matchAll(/^ *- (?:run: )?((?:npm|forge) .+)$/gm)].map(([, command = '']) => command);

/** The scripts of this project that a text calls. */
const calledIn = (text: string): string[] =>
  [...text.matchAll(/\bnpm (?:run ([a-z:-]+)|(test|start))\b/g)].map(([, name, own]) => name ?? own ?? '');

it('there is an example for GitHub and one for Bitbucket', () => {
  expect(pipelines).toEqual(['docs/pipelines/bitbucket-pipelines.yml', 'docs/pipelines/github-actions.yml']);
});

describe.each(pipelines)('%s', (file) => {
  const text = textOf(file);

  it('is valid YAML, without a key twice', () => {
    const document = parseDocument(text);
    expect([...document.errors, ...document.warnings]).toEqual([]);
  });

  it('calls only scripts that there are', () => {
    expect(calledIn(text)).toContain('doctor');
    expect(calledIn(text).filter((name) => !(name in scripts))).toEqual([]);
  });

  it('looks before it deploys, and builds before it looks', () => {
    const commands = commandsIn(text);
    const deploys = commands.flatMap((command, at) => (command.startsWith('forge deploy') ? [at] : []));
    expect(deploys).not.toEqual([]);
    const before = deploys.map((at) => commands.slice(at - 2, at));
    expect(before).toEqual(deploys.map(() => ['npm run build', 'npm run doctor']));
  });

  it('says how a major version is approved, and approves none by itself', () => {
    expect(text).toContain('--approve MAJOR_VERSION_RULE');
    expect(commandsIn(text).filter((command) => command.includes('--approve'))).toEqual([]);
  });

  it('asks nobody, and holds no token', () => {
    const asking = commandsIn(text).filter((command) => /^forge (deploy|install)/.test(command));
    expect(asking.filter((command) => !command.includes('--non-interactive'))).toEqual([]);
    const given = [...text.matchAll(/^\s*FORGE_(?:EMAIL|API_TOKEN): (.*)$/gm)].map(([, value = '']) => value);
    expect(given.filter((value) => !/^\$\{\{ secrets\.FORGE_\w+ \}\}$/.test(value))).toEqual([]);
  });
});
