// The last thing a launch says: where each of the three faces is, and how the first coordinator comes in.

export function sayWelcome({ url, firstCoordinatorLink }) {
  const at = (path) => new URL(path, url).href;
  console.log(`
  Veille écoute.

    Pour parler à quelqu’un   ${at('/')}
    Pour écouter              ${at('/ecoute')}
    Pour coordonner           ${at('/desk')}`);
  if (firstCoordinatorLink) {
    console.log(`
  Il n’y a encore personne à la coordination. Ce lien, qui ne sert qu’une fois, vous y installe :

    ${firstCoordinatorLink}`);
  }
  console.log('\n  Ctrl-C arrête tout.\n');
}
