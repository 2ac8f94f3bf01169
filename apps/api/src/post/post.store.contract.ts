// What every store of posts' devices and of PINs must do: run on memory and on Redis.
import { expect, it } from '@jest/globals';
import { accountId, associationId, minutes, placeId } from '@veille/domain';
import type { DeviceStore } from './device.store.js';
import type { PinStore } from './pin.store.js';

const association = associationId('veille');
const toBe = { association, post: placeId('central'), by: accountId('claude') };
const device = { ...toBe, registeredOn: '2026-11-21', usedOn: '2026-11-21' };
const keptFor = minutes(10);
const ève = accountId('ève');

export function keepsDevices(aStore: () => Promise<DeviceStore>): void {
  it('[PD1] a token is of one device, whose id does not stand for it; it is listed where it belongs', async () => {
    const store = await aStore();
    const [one, other] = [await store.register(device, keptFor), await store.register(device, keptFor)];
    expect(one).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(one).not.toBe(other);
    const id = store.idOf(one);
    expect(await store.find(id)).toEqual({ ...device, id });
    expect(await store.find(store.idOf(id))).toBeUndefined();
    expect((await store.of(association)).map((known) => known.id).sort()).toEqual(
      [id, store.idOf(other)].sort(),
    );
    expect(await store.of(associationId('nord'))).toEqual([]);
  });

  it('[PD6] a device that was ended stays ended, whatever is written of it later', async () => {
    const store = await aStore();
    const ended = { ...device, id: store.idOf(await store.register(device, keptFor)) };
    await store.used(ended, { by: ève, on: '2026-11-22' }, keptFor);
    await store.used(ended, { by: ève, on: '2026-11-22' }, keptFor);
    await store.used(ended, { by: toBe.by, on: '2026-11-22' }, keptFor);
    expect(await store.find(ended.id)).toMatchObject({ registeredOn: '2026-11-21', usedOn: '2026-11-22' });
    const said = await Promise.all([store.end(ended), store.end(ended)]);
    const people = said.find((one) => one !== 'not-there');
    expect(said.filter((one) => one === 'not-there')).toHaveLength(1);
    expect([...(people ?? [])].sort()).toEqual([toBe.by, ève].sort());
    await store.used(ended, { by: ève, on: '2026-11-23' }, keptFor);
    expect(await store.find(ended.id)).toBeUndefined();
    expect(await store.end(ended)).toBe('not-there');
    expect(await store.of(association)).toEqual([]);
  });

  it('[PD1] of many who type one code, one has what it stands for', async () => {
    const store = await aStore();
    const code = await store.openCode(toBe, keptFor);
    const said = await Promise.all([1, 2, 3].map(() => store.spendCode(code)));
    expect(said.filter(Boolean)).toEqual([toBe]);
    expect(await store.spendCode('A'.repeat(12))).toBeUndefined();
  });
}

const here = { account: accountId('ève'), device: 'here' };
const elsewhere = { ...here, device: 'elsewhere' };

export function keepsPins(aStore: () => Promise<PinStore>): void {
  it('[PD3] a PIN is of one account at one device, and the one chosen last is the only one', async () => {
    const store = await aStore();
    await store.choose(here, 'first', keptFor);
    await store.choose(here, 'second', keptFor);
    expect(await store.try(here, 5)).toEqual({ sealed: 'second', isLast: false });
    expect(await store.try(elsewhere, 5)).toBe('none');
    expect(await store.try({ ...here, account: accountId('paul') }, 5)).toBe('none');
    expect([await store.has(here), await store.has(elsewhere)]).toEqual([true, false]);
  });

  it('[PD5] of fifty tries at once a few are judged; then there is no PIN', async () => {
    const store = await aStore();
    await store.choose(here, 'sealed', keptFor);
    const said = await Promise.all(Array.from({ length: 50 }, () => store.try(here, 5)));
    expect(said.filter((one) => one !== 'none')).toHaveLength(5);
    expect(said.filter((one) => one !== 'none' && one.isLast)).toHaveLength(1);
    expect(await store.has(here)).toBe(false);
    expect(await store.dropAll(here.account)).toBe('nothing-to-do');
  });

  it('[PD5] a right one, and one nobody judged, begin the count anew; they bring back no PIN that was dropped', async () => {
    const store = await aStore();
    await store.choose(here, 'sealed', keptFor);
    for (const _ of [1, 2, 3, 4]) await store.try(here, 5);
    await store.wasNotJudged(here);
    expect(await store.try(here, 5)).toEqual({ sealed: 'sealed', isLast: false });
    await store.wasRight(here, keptFor);
    for (const _ of [1, 2, 3, 4]) await store.try(here, 5);
    expect(await store.try(here, 5)).toEqual({ sealed: 'sealed', isLast: true });
    expect(await store.drop(here)).toBe('dropped');
    expect(await store.drop(here)).toBe('nothing-to-do');
    await store.wasNotJudged(here);
    await store.wasRight(here, keptFor);
    expect(await store.try(here, 5)).toBe('none');
    await store.choose(here, 'again', keptFor);
    expect(await store.try(here, 1)).toEqual({ sealed: 'again', isLast: true });
  });

  it('[PD7] all PINs of an account are dropped together, and nobody else’s', async () => {
    const store = await aStore();
    const paul = { ...here, account: accountId('paul') };
    for (const at of [here, elsewhere, paul]) await store.choose(at, 'sealed', keptFor);
    expect(await store.dropAll(here.account)).toBe('dropped');
    expect(await store.dropAll(here.account)).toBe('nothing-to-do');
    expect([await store.has(here), await store.has(elsewhere), await store.has(paul)]).toEqual([
      false,
      false,
      true,
    ]);
  });
}
