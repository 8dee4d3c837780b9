// Jest runs tests as CommonJS; this lets them import the scripts, which are ES modules.
const { createHash } = require('node:crypto');
const { transformSync, version } = require('esbuild');

module.exports = {
  /**
   * @param {string} source
   * @param {string} file
   */
  process(source, file) {
    const define = { 'import.meta.dirname': '__dirname' };
    const options = {
      define,
      format: /** @type {const} */ ('cjs'),
      sourcefile: file,
      sourcemap: /** @type {const} */ ('inline'),
    };
    return { code: transformSync(source, options).code };
  },
  /** @param {string} source */
  getCacheKey(source) {
    return createHash('sha256').update(version).update(source).digest('hex');
  },
};
