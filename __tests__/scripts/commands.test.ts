import { spawnSync } from 'node:child_process';
import { at } from '../../scripts/lib/root.mjs';

const run = (...args: string[]) => spawnSync(process.execPath, args, { cwd: at(), encoding: 'utf8' });

/** Runs a command as an older or newer Node would. */
function underNode(version: string) {
  const pretend = `Object.defineProperty(process.versions, 'node', { value: '${version}' });`;
  return run('--input-type=module', '-e', `${pretend} await import('./scripts/lib/require-node.mjs');`);
}

describe('the commands', () => {
  it.each(['18.20.4', '20.18.3'])('refuse Node %s and say what they need', (version) => {
    const { status, stderr } = underNode(version);
    expect(status).toBe(1);
    expect(stderr).toContain(`needs Node 20.19 or newer; this is Node ${version}`);
  });

  it.each(['20.19.0', '22.1.0', '24.0.0'])('take Node %s', (version) => {
    expect(underNode(version)).toMatchObject({ status: 0, stderr: '' });
  });

  it('say which checks there are when asked for one that is not', () => {
    const { status, stderr } = run('scripts/test.mjs', 'nothing');
    expect(status).toBe(1);
    expect(stderr).toContain('types, lint, format, build, manifest, unit, browser');
  });
});
