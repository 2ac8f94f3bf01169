// The colour of a page, where its line has one of its own: put on by script, because nothing inline is let in.

type Accents = { readonly accentNight: string; readonly accentDay: string };
type Dressed = Pick<CSSStyleDeclaration, 'setProperty' | 'removeProperty'>;

const worn = ['--light', '--light-hover', '--focus'];

/** An empty colour is the one of the house; what is no colour is not put on. */
export function wear(style: Dressed, { accentNight, accentDay }: Accents, isDay: boolean): void {
  const colour = isDay ? accentDay : accentNight;
  const rgb = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/.exec(colour)?.slice(1);
  for (const name of worn) {
    if (rgb) style.setProperty(name, colour);
    else style.removeProperty(name);
  }
  const parts = rgb?.map((part) => parseInt(part, 16)).join(' ');
  if (parts) style.setProperty('--glow', `rgb(${parts} / ${isDay ? '0.22' : '0.13'})`);
  else style.removeProperty('--glow');
}

/** By night and by day as the device says, and again whenever it changes its mind; gives how to stop. */
export function wearAlways(accents: Accents): () => void {
  const day = window.matchMedia('(prefers-color-scheme: light)');
  const put = () => wear(document.documentElement.style, accents, day.matches);
  put();
  day.addEventListener('change', put);
  return () => day.removeEventListener('change', put);
}
