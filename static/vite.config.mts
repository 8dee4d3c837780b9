import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The pages of the app; `vite build --config static/vite.config.mts --mode <page>` builds one of them. */
const pages = ['panel', 'my-data', 'admin'];

export default defineConfig(({ mode }) => {
  if (!pages.includes(mode)) {
    throw new Error(`Say which page to build: --mode ${pages.join(' | ')}`);
  }
  return {
    root: here(`./${mode}`),
    // Forge serves a resource below a path of its own, so every address is relative.
    base: './',
    plugins: [react()],
    resolve: {
      alias: [
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
