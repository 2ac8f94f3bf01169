// Pairs that speak: over raw ws, over bare socket.io, and over the product, where a message that was displayed is receipted.
import { Load, Side } from './load.mjs';
import { RawLine } from './raw-line.mjs';
import { aReceipt } from './sealed.mjs';
import { SioLine } from './sio-line.mjs';
import { aCaller, aWaitingCaller, pairsOf, Person } from './people.mjs';

const names = (many) => Array.from({ length: many }, (_, pair) => `conversation-${pair}`);

async function baselinePairs(many, connect) {
  const pairs = [];
  for (const conversation of names(many))
    pairs.push(await Promise.all([0, 1].map((number) => connect(conversation, number))));
  return pairs;
}

export async function overWs({ url }, many) {
  let load;
  const pairs = await baselinePairs(many, async (conversation, number) => {
    const hear = (text) => load.hear(side, JSON.parse(text));
    const line = new RawLine(`${url.replace('http', 'ws')}/${conversation}/${number}`, { hear });
    await line.opened;
    const side = new Side(conversation, { say: (text) => line.send(text) });
    return side;
  });
  load = new Load(pairs);
  return load;
}

export async function overSocketIo({ url }, many) {
  let load;
  const pairs = await baselinePairs(many, async (conversation, number) => {
    const hear = (_event, envelope, answer) => {
      load.hear(side, envelope);
      answer?.('{}');
    };
    const line = await SioLine.open(url, { auth: { pair: conversation, side: number }, hear });
    const side = new Side(conversation, {
      say: (text) => line.tell('conversation.say', text),
      sayAcknowledged: (text, done) => line.ask('conversation.say', text, done),
    });
    return side;
  });
  load = new Load(pairs);
  return load;
}

/** As two pages: who says asks for the service's answer, and who hears receipts. */
function speaking(conversation, person) {
  const unanswered = [];
  return {
    say: (text) => person.line.tell('conversation.say', text),
    type: () => person.line.tell('conversation.typing', `{"conversation":"${conversation}"}`),
    sayAcknowledged: (text, done) => {
      unanswered.push(done);
      person.line.ask('conversation.say', text, () => {});
    },
    receipted: () => unanswered.shift()?.(),
    isReceipting: () => unanswered.length > 0,
  };
}

/** Conversations of the real service: the callers on one node, the volunteers on one. */
export async function overProduct({ cookies, callersOn, volunteersOn }) {
  const talking = await pairsOf({ cookies, callersOn, volunteersOn });
  const sides = talking.map(({ conversation, people }) =>
    people.map((person) => Object.assign(new Side(conversation, speaking(conversation, person)), { person })),
  );
  const load = new Load(sides);
  for (const side of sides.flat())
    side.person.hears = (event, payload) => {
      if (event === 'conversation.receipt') side.receipted();
      if (event !== 'conversation.say') return;
      load.hear(side, payload);
      const receipt = () => aReceipt(payload.conversation, payload.number);
      if (side.peer.isReceipting()) side.person.line.tell('conversation.receipt', receipt());
    };
  return load;
}

/** Others on the same nodes, in no conversation: outside, waiting, not on shift. What they hear of anybody's is a fault of `load`. */
export async function standBy(load, { nodes }, cookie) {
  const bystanders = [
    ...(await Promise.all(nodes.flatMap((node) => [aCaller(node), aWaitingCaller(node)]))),
    await Person.open(nodes[0].url, { space: '/listen', cookie }),
  ];
  for (const one of bystanders)
    one.hears = (event) => {
      if (event.startsWith('conversation.')) load.stray();
    };
}
