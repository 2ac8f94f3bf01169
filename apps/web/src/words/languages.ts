// Names of languages: each in itself, for whoever looks for their own; and in French, as it stands inside a sentence.

/** `Français`, `English`, `العربية`. What no browser knows is its own tag. */
export function ownName(tag: string): string {
  const name = nameOf(tag, tag);
  return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
}

/** `anglais`, `arabe`. */
export const frenchName = (tag: string): string => nameOf(tag, 'fr');

function nameOf(tag: string, inLanguage: string): string {
  try {
    return new Intl.DisplayNames([inLanguage], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag; // a browser that has no names of its own
  }
}
