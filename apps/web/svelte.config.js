// How components are compiled: runes everywhere, and no style or script that a strict CSP would refuse.
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

export default {
  preprocess: vitePreprocess(),
  compilerOptions: { runes: true },
};
