// A real OpenID Connect provider as an association runs one, in a process of its own: whoever says a name there is that
// person, and whoever's name ends in « +mfa » showed two factors. Told: where it sends people back to. Says: its address.
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { Provider } from 'oidc-provider';

const [redirectUri, clientSecret] = process.argv.slice(2);
const server = createServer();
server.listen(0, '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: 'veille', client_secret: clientSecret, redirect_uris: [redirectUri] }],
    claims: { openid: ['sub', 'amr'] },
    cookies: { keys: ['a key of this test'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/sign-in/${uid}` },
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ sub }) }),
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({
        clientId: oidc.client.clientId,
        accountId: oidc.session.accountId,
      });
      grant.addOIDCScope('openid');
      await grant.save();
      return grant;
    },
  });
  const answer = provider.callback();
  server.on('request', (request, response) =>
    request.url.startsWith('/sign-in/') ? signIn(provider, request, response) : answer(request, response),
  );
  process.send({ issuer });
});
process.on('disconnect', () => process.exit(0));

const form =
  '<!doctype html><html lang="fr"><title>Fournisseur</title><form method="post">' +
  '<label>Nom <input name="login"></label><button>Entrer</button></form></html>';

async function signIn(provider, request, response) {
  if (request.method !== 'POST') return response.setHeader('content-type', 'text/html').end(form);
  const name = new URLSearchParams(await text(request)).get('login');
  const login = { accountId: name, amr: name.endsWith('+mfa') ? ['pwd', 'otp', 'mfa'] : ['pwd'] };
  return provider.interactionFinished(request, response, { login });
}
