// What a search of the running service may ask of service.mjs.
export const OVERWRITING: { readonly GLIBC_TUNABLES: string };
export const NODE_FLAGS: readonly string[];
