import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { wordsPlugin } from '../scripts/lib/words-plugin.mjs';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The panel stands on every work item, so it is built with Preact, which answers to React's names in a tenth of the size. */
const preact = [
  { find: 'react/jsx-runtime', replacement: 'preact/jsx-runtime' },
  { find: 'react-dom/client', replacement: 'preact/compat/client' },
  { find: /^react(-dom)?$/, replacement: 'preact/compat' },
];

/** The pages of the app; `vite build --config static/vite.config.mts --mode <page>` builds one of them. */
const pages = ['panel', 'my-time', 'my-data', 'admin'];

/** Those that are small enough to be plain HTML. */
const plain = ['panel', 'my-time'];

/** The messages with which functions refuse; some only administrators can get. */
const refusals = (page: string) => (page === 'admin' ? ['refused.', 'refused-admin.'] : ['refused.']);

/** What the bridge offers and no plain page uses: its package comes whole, since it is not made of modules. */
const unusedOfBridge =
  /@forge\/bridge\/out\/(?:cookieConsent|featureFlags|frontendCustomMetrics|i18n|invoke-endpoint|modal|object-store|permissions|realtime|requestTeamworkGraph|rovo)\/index\.js$/;

const lighterBridge = {
  name: 'lighter-bridge',
  load: (id: string) => (unusedOfBridge.test(id) ? 'module.exports = {};' : undefined),
};

/** Atlaskit's buttons tell screen readers in English that they wait. This has them do so in the language of the page. */
const waitingInWords = {
  name: 'waiting-in-words',
  transform(code: string, id: string) {
    if (!/@atlaskit\/button\/.*\/button-base\.js$/.test(id)) return undefined;
    const english = "var LOADING_LABEL = ', Loading';";
    if (!code.includes(english)) throw new Error(`How buttons say that they wait has changed: ${id}`);
    const words = `import { waitingWords } from ${JSON.stringify(here('./shared/waiting-words.ts'))};`;
    return code.replace(english, words).replaceAll('LOADING_LABEL', 'waitingWords()');
  },
};

export default defineConfig(({ mode }) => {
  if (!pages.includes(mode)) {
    throw new Error(`Say which page to build: --mode ${pages.join(' | ')}`);
  }
  return {
    root: here(`./${mode}`),
    // Forge serves a resource below a path of its own, so every address is relative.
    base: './',
    plugins: [
      wordsPlugin(refusals(mode)),
      react(),
      waitingInWords,
      ...(plain.includes(mode) ? [lighterBridge] : []),
    ],
    resolve: {
      alias: [
        ...(plain.includes(mode) ? preact : []),
        // Messages are compiled when a page is built (words-plugin.mjs), so no page needs the parser.
        {
          find: /^@formatjs\/icu-messageformat-parser$/,
          replacement: '@formatjs/icu-messageformat-parser/no-parser.js',
        },
        // 30 KB of experiment client that would phone Atlassian; every gate reads as off without it.
        {
          find: /^@atlaskit\/feature-gate-js-client(\/.*)?$/,
          replacement: here('./shared/no-feature-gates.ts'),
        },
      ],
    },
    build: {
      outDir: here(`./${mode}/dist`),
      emptyOutDir: true,
      // An inlined asset would be a data: address, which the content security policy refuses for fonts and scripts.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      chunkSizeWarningLimit: 1000,
    },
  };
});
