// The anchor below which no relay gets: raw `ws`, JSON parsed and its shape checked, handed to the other of two and to nobody else.
import { WebSocketServer } from 'ws';

const pairs = new Map();
const server = new WebSocketServer({
  host: '127.0.0.1',
  port: 0,
  perMessageDeflate: false,
  maxPayload: 16_384,
});

server.on('connection', (socket, request) => {
  const [pair, side] = request.url.slice(1).split('/');
  const mine = pairs.get(pair) ?? [];
  mine[Number(side)] = socket;
  pairs.set(pair, mine);
  socket.on('message', (data) => {
    const text = data.toString();
    if (isEnvelope(JSON.parse(text))) mine[1 - Number(side)]?.send(text);
  });
});
server.on('listening', () => process.send({ ready: true, url: `http://127.0.0.1:${server.address().port}` }));
process.once('disconnect', () => process.exit(0));

function isEnvelope(said) {
  const { conversation, epoch, number, enc, sealed } = said ?? {};
  return (
    typeof conversation === 'string' &&
    Number.isSafeInteger(epoch) &&
    Number.isSafeInteger(number) &&
    typeof enc === 'string' &&
    enc.length === 87 &&
    typeof sealed === 'string' &&
    sealed.length <= 5_600
  );
}
