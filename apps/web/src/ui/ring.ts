// A soft two-note ring, made here and played again and again until someone answers it. Browsers stay mute until the page
// has been touched once, so it says whether it can be heard.
const AGAIN_AFTER = 2_400;
const notes = [
  { at: 0, pitch: 523.25 },
  { at: 0.32, pitch: 659.25 },
];

export class Ring {
  #audio: AudioContext | undefined;
  readonly #changed: () => void;
  #timer: ReturnType<typeof setInterval> | undefined;

  /** `changed`: browsers stop and take up a page's sound by themselves. */
  constructor(changed: () => void = () => undefined) {
    this.#changed = changed;
  }

  /** To be called from a touch or a key. */
  async unlock(): Promise<boolean> {
    this.#audio ??= this.#open();
    if (this.#audio.state !== 'running') await this.#audio.resume().catch(() => undefined);
    return this.isHeard;
  }

  /** Once unlocked, a page that is looked at again may take its sound up by itself. */
  async resume(): Promise<void> {
    if (this.#audio) await this.unlock();
  }

  get isHeard(): boolean {
    return this.#audio?.state === 'running';
  }

  once(): void {
    const audio = this.#audio;
    if (audio?.state !== 'running') return;
    for (const { at, pitch } of notes) sound(audio, audio.currentTime + at, pitch);
  }

  start(): void {
    if (this.#timer !== undefined) return;
    this.once();
    this.#timer = setInterval(() => this.once(), AGAIN_AFTER);
  }

  #open(): AudioContext {
    const audio = new AudioContext();
    audio.onstatechange = () => this.#changed();
    return audio;
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}

function sound(audio: AudioContext, start: number, pitch: number): void {
  const voice = audio.createOscillator();
  const loudness = audio.createGain();
  voice.type = 'sine';
  voice.frequency.value = pitch;
  loudness.gain.setValueAtTime(0.0001, start);
  loudness.gain.exponentialRampToValueAtTime(0.35, start + 0.04);
  loudness.gain.exponentialRampToValueAtTime(0.0001, start + 0.9);
  voice.connect(loudness).connect(audio.destination);
  voice.start(start);
  voice.stop(start + 1);
}
