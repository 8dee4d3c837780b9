import { readFileSync } from 'node:fs';
import { at } from './root.mjs';

/** The major version of Node that the deployed functions run on. */
const deployedOn = () => /^\s+name: nodejs(\d+)\.x$/m.exec(readFileSync(at('manifest.yml'), 'utf8'))?.[1];

/** Says which Node runs the tests: the one that was called, whichever that is. */
export function nodeLine(running = process.versions.node) {
  const deployed = deployedOn();
  const same = running.split('.')[0] === deployed;
  return `Node ${running}${same ? ', as deployed' : `; deployed, the app runs on Node ${deployed}`}.`;
}
