// The positive controls: a house where somebody was careless in every way there is, searched as the true one is. A scanner
// that finds nothing here proves nothing there.
import type { Page } from 'playwright-core';
import { everythingOf } from './everything.js';
import { Finder } from './finder.js';
import { keptByCaller, numbersOfCallers } from './gathered.js';
import { aSearchedHouse, type SearchedHouse } from './house.js';
import { look, type Seen } from './look.js';
import { aProvenance, aText, draw, type Mark, marksOf } from './marks.js';
import { type Asked, type Drawer, keepsEverything, leftOn, watchNetwork } from './device.js';
import { sealsNothing } from './pages/scripts.js';
import { profileAfter } from './profile.js';
import { writeAllDown } from './surfaces/disk.js';
import { plant } from './controls/plants.js';
import { asksCarelessNodes } from './staff-asks.js';
import { watchStaff } from './staff.js';
import { beginTalk, sayAll } from './talks.js';

const careless = new URL('./controls/careless-node.mjs', import.meta.url);
const elsewhere = 'https://elsewhere.example/';

type Note = (words: string) => void;

export type Controls = {
  readonly seen: readonly Seen[];
  readonly left: Readonly<Record<Drawer, number>>;
  readonly network: Asked;
  readonly profiles: readonly Seen[];
};

/** `heaps`: a picture of a heap takes seconds. */
export async function control({ heaps }: { heaps: boolean }, note: Note): Promise<Controls> {
  const house = await aSearchedHouse({
    settings: { NODE_ENV: 'test', DEBUG: 'engine:socket,socket.io-parser' },
    preload: careless,
  });
  try {
    const asked = watchNetwork(house.browser, house.url);
    house.browser.on('context', (context) => void context.addInitScript(sealsNothing));
    const { seen, page, context } = await lookAtCareless(house, { heaps, note });
    const text = aText();
    await keepsEverything(page, text);
    const left = await leftOn({ page, context }, { texts: [text] });
    await goesElsewhere(page);
    const profiles = await profileAfter(house, 'keeps');
    return { seen, left, network: asked(), profiles };
  } finally {
    await house.end();
  }
}

/** Two talk in the open, and what could not be made careless is planted. */
async function lookAtCareless(house: SearchedHouse, { heaps, note }: { heaps: boolean; note: Note }) {
  const everything = await everythingOf(house);
  const staff = watchStaff(house.browser);
  const [texts, planted, comes, key] = [[aText(), aText()], aText(), aProvenance(), draw(43)];
  house.front.comes(comes);
  const others: Mark[] = [
    { group: 'text', is: planted },
    { group: 'key', is: Buffer.from(key, 'base64url') },
    { group: 'secret', is: draw(40) },
    { group: 'id', is: draw(22) },
    ...marksOf(comes),
  ];
  const talk = await beginTalk(house);
  // A page that says its own key aloud: the one way bytes of a key reach a service that asks for none.
  await sayAll(talk, [...texts, key]);
  const callers = [...(await numbersOfCallers(house)), ...(await keptByCaller(talk))];
  await asksCarelessNodes(house);
  const unplant = await plant(house, everything.queue, others);
  const finder = new Finder([...texts.map((is) => ({ group: 'text' as const, is })), ...others]);
  const { stores, disks, memories, handover } = everything;
  const places = [...stores, ...disks, handover, ...memories, ...(heaps ? everything.heaps : [])];
  const seen = await look(places, finder, note).finally(unplant);
  const mine = callers.map((is) => ({ group: 'caller' as const, is }));
  const told = await staff.seen(new Finder([...finder.marks, ...mine]));
  await everything.stop();
  return { seen: [...seen, ...told], ...talk.caller };
}

/** A page that runs what is written in it, which its policy reports, and then leaves for another site, played here. */
async function goesElsewhere(page: Page): Promise<void> {
  await page.evaluate(`{
    const script = document.createElement('script');
    script.textContent = 'void 0';
    document.head.append(script);
  }`);
  await page
    .context()
    .route(`${elsewhere}**`, (route) =>
      route.fulfill({ contentType: 'text/html', body: '<title>Ailleurs</title>' }),
    );
  await page.goto(elsewhere);
}

/** The control the design names: messages between nodes carried by streams, which stores keep and disks get. */
export async function streamsControl(): Promise<Seen[]> {
  const house = await aSearchedHouse({
    settings: { NODE_ENV: 'test', CARELESS: 'streams' },
    preload: careless,
  });
  try {
    house.browser.on('context', (context) => void context.addInitScript(sealsNothing));
    const everything = await everythingOf(house);
    const texts = [aText(), aText()];
    await sayAll(await beginTalk(house), texts);
    await writeAllDown(house);
    const named = [...everything.stores, ...everything.disks].filter(({ name }) =>
      ['keys', 'store files'].includes(name),
    );
    const seen = await look(named, new Finder(texts.map((is) => ({ group: 'text' as const, is }))));
    await everything.stop();
    return seen;
  } finally {
    await house.end();
  }
}
