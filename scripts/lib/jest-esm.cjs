// Jest runs tests as CommonJS; this lets them import the scripts, which are ES modules.
const { createHash } = require('node:crypto');
const { transformSync, version } = require('esbuild');

module.exports = {
  /**
   * @param {string} source
   * @param {string} file
   */
  process(source, file) {
    return { code: transformSync(source, { format: 'cjs', sourcefile: file, sourcemap: 'inline' }).code };
  },
  /** @param {string} source */
  getCacheKey(source) {
    return createHash('sha256').update(version).update(source).digest('hex');
  },
};
