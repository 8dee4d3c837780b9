import { readFileSync } from 'node:fs';
import { at } from './root.mjs';

/** The major version of Node that the functions of a manifest run on. */
export const deployedOn = (manifest = readFileSync(at('manifest.yml'), 'utf8')) =>
  /^\s+name: nodejs(\d+)\.x$/m.exec(manifest)?.[1];

/** Says which Node runs the tests: the one that was called, whichever that is. */
export function nodeLine(running = process.versions.node) {
  const deployed = deployedOn();
  const same = running.split('.')[0] === deployed;
  return `Node ${running}${same ? ', as deployed' : `; deployed, the app runs on Node ${deployed}`}.`;
}
