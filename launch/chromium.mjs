// Finds a real Chromium for the browser journeys: the one asked for, the machine's own, or one fetched once
// into the project's folder. What it returns is what Playwright's `chromium.launch` takes, and nothing else.
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { fetchProgram, isDebianLike, unpackedEnv } from './debian.mjs';
import { askVersion, isRunnable, placesOf } from './programs.mjs';
import { CACHE } from './project.mjs';
import { Refusal } from './refusal.mjs';

const FETCHED = join(CACHE, 'chromium');
const FETCHED_COMMAND = join(FETCHED, 'usr', 'lib', 'chromium', 'chromium');
const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const ON_MACOS = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

// A quiet browser: it talks to the page under test and to nobody else.
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const HOW_TO_HAVE_ONE =
  'installez Chromium ou Chrome, ou donnez son chemin (CHROME_PATH=/chemin/du/navigateur npm test).';

/**
 * { executablePath, args, env, version } for `chromium.launch`, or undefined when there is none on this
 * machine.
 */
export async function findChromium(environment = process.env) {
  if (environment.CHROME_PATH) return (await tryChromium(environment.CHROME_PATH)) ?? refuseGiven();
  for (const place of [...placesOf(NAMES), ...ON_MACOS.filter(isRunnable)]) {
    const chromium = await tryChromium(place);
    if (chromium) return chromium;
  }
  return existsSync(FETCHED_COMMAND) ? tryChromium(FETCHED_COMMAND, await fetchedEnv()) : undefined;
}

/** Fetches one into `.cache/chromium`, without root; refuses with what to do where that cannot be. */
export async function fetchChromium(note = () => {}) {
  if (await isUbuntu())
    throw new Refusal(`Ubuntu ne donne Chromium que par snap, qui demande root : ${HOW_TO_HAVE_ONE}`);
  if (!isDebianLike()) throw new Refusal(`Il manque un navigateur pour les essais : ${HOW_TO_HAVE_ONE}`);
  await fetchProgram('chromium', FETCHED, note);
  await writeFontSettings();
  const chromium = await findChromium();
  if (chromium) return chromium;
  throw new Refusal(`Le Chromium de cette distribution ne démarre pas ici : ${HOW_TO_HAVE_ONE}`);
}

export async function findOrFetchChromium(note) {
  return (await findChromium()) ?? (await fetchChromium(note));
}

export function describeChromium({ version, executablePath }) {
  return executablePath === FETCHED_COMMAND ? `${version}, dans .cache/chromium` : version;
}

/** The version in « Chromium 156.0.8078.79 built on Debian », or undefined for a stub that is no browser. */
export function readChromiumVersion(line = '') {
  return /^(?:Chromium|Google Chrome)\D* (\d+(?:\.\d+)+)/.exec(line)?.[1];
}

async function tryChromium(executablePath, env = {}) {
  const version = readChromiumVersion(await askVersion(executablePath, env));
  return version && { executablePath, args: ARGS, env: { ...process.env, ...env }, version };
}

function refuseGiven() {
  throw new Refusal('CHROME_PATH ne mène pas à un Chromium ou un Chrome qui démarre : corrigez-le.');
}

async function isUbuntu() {
  const release = await readFile('/etc/os-release', 'utf8').catch(() => '');
  return /^ID=ubuntu$/m.test(release);
}

const FONT_SETTINGS = join(FETCHED, 'fonts.conf');

async function fetchedEnv() {
  const { LD_LIBRARY_PATH } = await unpackedEnv(FETCHED);
  const libraries = [LD_LIBRARY_PATH, process.env.LD_LIBRARY_PATH].filter(Boolean).join(delimiter);
  return { LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: FONT_SETTINGS };
}

// The unpacked fontconfig looks for fonts where root would have installed them; this shows it both places.
function writeFontSettings() {
  const folders = ['/usr/share/fonts', join(FETCHED, 'usr', 'share', 'fonts')];
  return writeFile(
    FONT_SETTINGS,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
${folders.map((folder) => `  <dir>${folder}</dir>`).join('\n')}
  <cachedir>${join(FETCHED, 'font-cache')}</cachedir>
</fontconfig>
`,
  );
}
