// What every store of single sign-on must do: run on memory and on Redis.
import { expect, it } from '@jest/globals';
import { associationId, type Provider } from '@veille/domain';
import type { SignOnStore } from './sign-on.store.js';

const association = associationId('une');
const provider: Provider = { issuer: 'https://une.example', clientId: 'veille', clientSecret: 'entre nous' };

export function keepsProviders(aStore: () => Promise<SignOnStore>): void {
  it('[SO1] an association has the provider it chose last, until it ends it; another has none', async () => {
    const store = await aStore();
    await store.keep(association, { ...provider, clientId: 'before' });
    await store.keep(association, provider);
    expect(await store.provider(association)).toEqual(provider);
    expect(await store.provider(associationId('autre'))).toBeUndefined();
    expect(await store.forget(association)).toBe('forgotten');
    expect(await store.forget(association)).toBe('nothing-to-do');
    expect(await store.provider(association)).toBeUndefined();
  });
}
