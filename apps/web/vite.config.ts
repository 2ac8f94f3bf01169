// Builds three faces that share nothing but the ground: a caller never downloads the desk. Nothing is ever inlined, so
// that `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'` holds.
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, loadEnv } from 'vite';
import type { Plugin } from 'vite';

const faces: readonly [RegExp, string][] = [
  [/^\/(?:ligne\/[^/.]+)?$/, '/caller.html'],
  [/^\/ecoute(?:\/[^/.]+)?$/, '/listen.html'],
  [/^\/desk(?:\/[^/.]+)?$/, '/desk.html'],
];

/** In development the addresses are the ones the api serves. */
const addresses: Plugin = {
  name: 'faces-by-address',
  configureServer(server) {
    server.middlewares.use((request, _response, next) => {
      const [path = '', query] = (request.url ?? '').split('?');
      const page = faces.find(([address]) => address.test(path))?.[1];
      if (page) request.url = query ? `${page}?${query}` : page;
      next();
    });
  },
};

export default defineConfig(({ mode }) => {
  const { VEILLE_API: api = 'http://127.0.0.1:3000' } = loadEnv(mode, import.meta.dirname, 'VEILLE_');
  return {
    plugins: [svelte(), addresses],
    appType: 'mpa',
    build: {
      target: ['es2022', 'safari15.4'],
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: ['caller.html', 'listen.html', 'desk.html'],
        // @hpke/core asks Node for `crypto` where a browser has none; a page without WebCrypto never loads it (FA10).
        onLog: (level, log, otherwise) => {
          if (!log.message.includes('"crypto" has been externalized')) otherwise(level, log);
        },
      },
    },
    server: {
      proxy: { '/api': api, '/socket.io': { target: api, ws: true } },
    },
  };
});
