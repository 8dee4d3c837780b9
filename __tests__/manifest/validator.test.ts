import { changedManifest, forgeTool } from './forge-tool';

interface Finding {
  level: string;
  message: string;
}

async function errorsIn(manifest: string): Promise<string[]> {
  const findings = await forgeTool<Finding[]>('validate.cjs', manifest);
  return findings.filter(({ level }) => level === 'error').map(({ message }) => message);
}

describe("Atlassian's manifest validator", () => {
  it('finds no error', async () => {
    expect(await errorsIn('manifest.yml')).toEqual([]);
  }, 120_000);

  it('would find a function that is not there', async () => {
    const manifest = changedManifest('function: run-daily', 'function: run-nightly');
    expect((await errorsIn(manifest)).join('\n')).toContain('run-nightly');
  }, 120_000);
});
