import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

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

/** What the bridge offers and no plain page uses: its package comes whole, since it is not made of modules. */
const unusedOfBridge =
  /@forge\/bridge\/out\/(?:cookieConsent|featureFlags|frontendCustomMetrics|i18n|invoke-endpoint|modal|object-store|permissions|realtime|requestTeamworkGraph|rovo)\/index\.js$/;

const lighterBridge = {
  name: 'lighter-bridge',
  load: (id: string) => (unusedOfBridge.test(id) ? 'module.exports = {};' : undefined),
};

export default defineConfig(({ mode }) => {
  if (!pages.includes(mode)) {
    throw new Error(`Say which page to build: --mode ${pages.join(' | ')}`);
  }
  return {
    root: here(`./${mode}`),
    // Forge serves a resource below a path of its own, so every address is relative.
    base: './',
    plugins: [react(), ...(plain.includes(mode) ? [lighterBridge] : [])],
    resolve: {
      alias: [
        ...(plain.includes(mode) ? preact : []),
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
