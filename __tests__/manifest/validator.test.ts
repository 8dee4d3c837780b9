import { changedManifest, forgeTool } from './forge-tool';

interface Finding {
  level: string;
  message: string;
}

let own: string[];
let broken: string[];

const errorsIn = (findings: Finding[]): string[] =>
  findings.filter(({ level }) => level === 'error').map(({ message }) => message);

beforeAll(async () => {
  const changed = changedManifest('function: run-daily', 'function: run-nightly');
  const findings = await forgeTool<[Finding[], Finding[]]>('validate.cjs', 'manifest.yml', changed);
  own = errorsIn(findings[0]);
  broken = errorsIn(findings[1]);
}, 120_000);

describe("Atlassian's manifest validator", () => {
  it('finds no error', () => {
    expect(own).toEqual([]);
  });

  it('would find a function that is not there', () => {
    expect(broken.join('\n')).toContain('run-nightly');
  });
});
