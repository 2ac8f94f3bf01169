// What every store of second factors must do: run on memory and on Redis.
import { expect, it } from '@jest/globals';
import { accountId } from '@veille/domain';
import type { FactorStore, PasskeyFactor, TotpFactor } from './factor.store.js';

const ève = accountId('ève');
const app: TotpFactor = { kind: 'totp', id: 'app', sealed: 'sealed', mark: 100 };
const passkey: PasskeyFactor = {
  kind: 'passkey',
  id: 'key',
  publicKey: 'public',
  mark: 0,
  transports: ['internal', 'hybrid'],
};

export function keepsFactors(aStore: () => Promise<FactorStore>): void {
  it.each([app, passkey])(
    '[SF2] a factor ($kind) is kept with its codes, for its account only',
    async (factor) => {
      const store = await aStore();
      expect(await store.of(ève)).toBeUndefined();
      const codes = await store.put(ève, factor);
      expect(new Set(codes).size).toBe(8);
      for (const code of codes) expect(code).toMatch(/^[A-Z2-7]{16}$/);
      expect(await store.of(ève)).toEqual({ factor, recoveryLeft: 8 });
      expect(await store.of(accountId('paul'))).toBeUndefined();
    },
  );

  it('[SF7] another factor takes the place of the one before, and of its codes', async () => {
    const store = await aStore();
    const [before = ''] = await store.put(ève, passkey);
    await store.put(ève, app);
    expect(await store.of(ève)).toEqual({ factor: app, recoveryLeft: 8 });
    expect(await store.use(ève, { id: passkey.id, mark: 900 })).toBe('gone');
    expect(await store.spend(ève, before)).toBe('unknown');
  });

  it('[SF4] of fifty who use one step at once, one does; nothing before it is good any more', async () => {
    const store = await aStore();
    await store.put(ève, app);
    const said = await Promise.all(
      Array.from({ length: 50 }, () => store.use(ève, { id: 'app', mark: 101 })),
    );
    expect(said.filter((word) => word === 'used')).toHaveLength(1);
    expect(said.filter((word) => word === 'again')).toHaveLength(49);
    expect(await store.use(ève, { id: 'app', mark: 100 })).toBe('again');
    expect(await store.use(ève, { id: 'app', mark: 102 })).toBe('used');
  });

  it('[SF2] of fifty who spend one recovery code at once, one does', async () => {
    const store = await aStore();
    const [code = ''] = await store.put(ève, app);
    const said = await Promise.all(Array.from({ length: 50 }, () => store.spend(ève, code)));
    expect(said.filter((word) => word !== 'unknown')).toEqual([{ left: 7 }]);
    expect((await store.of(ève))?.recoveryLeft).toBe(7);
  });

  it('[SF12] other codes take the place of those there were; the factor stays as it is, and there are none without one', async () => {
    const store = await aStore();
    expect(await store.renewCodes(ève)).toBe('gone');
    const [before = ''] = await store.put(ève, app);
    await store.use(ève, { id: 'app', mark: 101 });
    const codes = await store.renewCodes(ève);
    if (codes === 'gone') throw new Error('there was a factor');
    expect(new Set(codes).size).toBe(8);
    expect(await store.of(ève)).toEqual({ factor: { ...app, mark: 101 }, recoveryLeft: 8 });
    expect(await store.spend(ève, before)).toBe('unknown');
    expect(await store.spend(ève, codes[0] ?? '')).toEqual({ left: 7 });
  });

  it('[SF10] a factor that is removed is gone with its codes', async () => {
    const store = await aStore();
    const [code = ''] = await store.put(ève, app);
    expect([await store.remove(ève), await store.remove(ève)]).toEqual(['removed', 'nothing-to-do']);
    expect(await store.of(ève)).toBeUndefined();
    expect(await store.spend(ève, code)).toBe('unknown');
    expect(await store.use(ève, { id: 'app', mark: 101 })).toBe('gone');
  });
}
