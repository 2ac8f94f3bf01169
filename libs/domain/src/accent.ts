// The colour a line shows itself in: one for the night, one for the day, each readable on every ground of its page.
export type Ground = 'night' | 'day';

/** The grounds of the pages (apps/web/src/ui/tokens.css), and the least contrast of text (WCAG 2.2, 1.4.3). */
const grounds: Readonly<Record<Ground, readonly string[]>> = {
  night: ['#15131a', '#1f1c26', '#2a2633'],
  day: ['#faf5ee', '#fffdf9', '#f3eadd'],
};
const leastContrast = 4.5;

/** An empty colour is the one of the house (ST7). */
export function faultInAccent(colour: string, ground: Ground): 'not-a-colour' | 'too-faint' | undefined {
  if (colour === '') return undefined;
  if (!/^#[0-9a-f]{6}$/.test(colour)) return 'not-a-colour';
  const isReadable = grounds[ground].every((under) => contrast(colour, under) >= leastContrast);
  return isReadable ? undefined : 'too-faint';
}

/** Between two colours as `#rrggbb`, from 1 to 21. WCAG 2.2, contrast ratio. */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** WCAG 2.2, relative luminance. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
