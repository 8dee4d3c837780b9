import { spawnSync } from 'node:child_process';
import { ok, toDo, type Finding } from './finding';

/** The versions of Node on which Atlassian supports the Forge CLI. */
const CLI_NODES = [22, 24];
const CLI_NODE_WORDS = `the Forge CLI needs Node ${CLI_NODES.join(' or ')}`;

/** Node itself: what is older than this project needs does not come so far. */
export function nodeFinding(version: string): Finding {
  const fits = CLI_NODES.includes(Number(version.split('.')[0]));
  return fits
    ? ok('Node', version)
    : toDo(
        'Node',
        `${version} will do for this project; ${CLI_NODE_WORDS}`,
        `install Node ${CLI_NODES.at(-1)}`,
      );
}

/** The version that a Forge CLI on this machine gives, if there is one. */
export function forgeVersion(program = 'forge'): string | undefined {
  const { status, stdout } = spawnSync(program, ['--version'], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
    timeout: 20_000,
  });
  return status === 0 ? stdout.trim() : undefined;
}

export function forgeFinding(version: string | undefined): Finding {
  if (version !== undefined) return ok('Forge CLI', version);
  return toDo('Forge CLI', 'not on this machine', 'npm install --global @forge/cli');
}
