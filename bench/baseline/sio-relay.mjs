// The anchor of what we build on: bare socket.io, websocket only, nothing looked at, handed to the other of two. Who asks for
// an acknowledgement has the peer's.
import { createServer } from 'node:http';
import { Server } from 'socket.io';

const pairs = new Map();
const http = createServer();
const server = new Server(http, { transports: ['websocket'], perMessageDeflate: false, serveClient: false });

server.on('connection', (socket) => {
  const { pair, side } = socket.handshake.auth;
  const mine = pairs.get(pair) ?? [];
  mine[side] = socket;
  pairs.set(pair, mine);
  socket.on('conversation.say', (envelope, acknowledge) => {
    const peer = mine[1 - side];
    if (acknowledge) peer?.emit('conversation.say', envelope, acknowledge);
    else peer?.emit('conversation.say', envelope);
  });
});
http.listen(0, '127.0.0.1', () =>
  process.send({ ready: true, url: `http://127.0.0.1:${http.address().port}` }),
);
process.once('disconnect', () => process.exit(0));
