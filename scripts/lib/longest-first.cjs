const { createRequire } = require('node:module');
const path = require('node:path');
const measured = require('../../__tests__/measured.json');

const root = path.resolve(__dirname, '../..');
// Jest's own, as jest finds it.
const ofJest = createRequire(createRequire(require.resolve('jest')).resolve('@jest/core'));
const { default: Sequencer } = ofJest('@jest/test-sequencer');

/** Begins with the files that took longest, so that no worker ends with one while the other is idle. */
module.exports = class LongestFirst extends Sequencer {
  /**
   * @param {{ path: string }[]} tests
   * @returns {{ path: string }[]}
   */
  sort(tests) {
    /** @type {Record<string, number>} */
    const seconds = measured;
    const took = (/** @type {{ path: string }} */ test) =>
      seconds[path.relative(root, test.path).split(path.sep).join('/')] ?? 0;
    return [...super.sort(tests)].sort((one, other) => took(other) - took(one));
  }
};
