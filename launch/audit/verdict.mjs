// What is said of each association's audit: to a person in a sentence, to a machine in one object.

export function sentenceOf({ association, is, holds, records, forgotten, broken, ends }) {
  if (is === 'whole')
    return `${association} : ${records} lignes, ${forgotten} oubliées après un an, dernière empreinte ${ends}`;
  if (is === 'broken')
    return `${association} : la ligne ${broken} n’est pas celle qui fut écrite (ou manque) ; ${records} lignes avant elle tiennent`;
  return holds
    ? `${association} : rien encore, et aucun compte`
    : `${association} : il y a des comptes, et rien n’est écrit`;
}

/** Where there is no association at all there was nothing to look at, which proves nothing. */
export const summaryOf = (judged) => ({
  command: 'audit:verify',
  ok: judged.length > 0 && judged.every(({ holds }) => holds),
  associations: judged,
});
