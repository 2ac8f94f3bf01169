// Languages one may be heard in: a line offers them, a caller asks for one, a volunteer speaks some.

/** A BCP 47 primary tag, e.g. `fr`. */
export type Language = string;

export const isLanguage = (raw: string): boolean => /^[a-z]{2,3}$/.test(raw);

const house: Language = 'fr';

/** The first that a line offers is its main one: whoever asks for none is heard in it (LG1). */
export const mainOf = (offered: readonly Language[]): Language => offered[0] ?? house;

export type LanguagesFault = 'empty' | 'too-many' | 'not-a-language' | 'doubled';

/** More would not fit on a page that somebody reads in distress. */
const most = 8;

export function faultInLanguages(offered: readonly Language[]): LanguagesFault | undefined {
  if (offered.length === 0) return 'empty';
  if (offered.length > most) return 'too-many';
  if (!offered.every(isLanguage)) return 'not-a-language';
  return new Set(offered).size < offered.length ? 'doubled' : undefined;
}

type Speaker = { readonly languages: ReadonlySet<Language> };
/** The only thing a caller may choose: whoever hears them speaks their language (LG1). */
export const speaks = ({ languages }: Speaker, { language }: { readonly language: Language }): boolean =>
  languages.has(language);
