// French: what is promised to whoever comes, and, in the same place and size, what cannot be. The ids are the promises' own (P1–P14).
export const promises = {
  open: 'Nos promesses, et ce que nous ne pouvons pas promettre',
  title: 'Nos promesses',
  back: 'Revenir',
  each: [
    { id: 'P1', text: 'Ce que vous écrivez n’entre dans aucune de nos bases de données,' },
    { id: 'P2', text: 'ni sur nos disques,' },
    {
      id: 'P3',
      text: 'ni en clair dans la mémoire de nos machines : elles ne portent que des enveloppes scellées.',
    },
    { id: 'P4', text: 'Nous n’enregistrons ni votre adresse internet, ni votre navigateur.' },
    {
      id: 'P5',
      text: 'Rien de ce qui s’écrit ici ne reste dans cet appareil quand vous fermez la page. Le navigateur, lui, sait que vous êtes venu·e : son historique, et un jeton qui n’ouvre plus rien.',
    },
    { id: 'P6', text: 'Aucune autre entreprise ne vous voit ici.' },
    {
      id: 'P7',
      text: 'Vous n’êtes pas perdu·e dans la file : si la ligne coupe, votre place est gardée un moment.',
    },
    { id: 'P8', text: 'Un message marqué « remis » a été affiché chez l’autre personne.' },
    {
      id: 'P9',
      text: 'On vous entend dans l’ordre d’arrivée, parmi celles et ceux qui attendent dans votre langue ; si la personne qui vous écoute est coupée ou vous rend à la file, vous retrouvez votre place. Elle peut aussi vous confier à un·e collègue libre : vous n’attendez pas.',
    },
    { id: 'P11', text: 'La personne qui vous écoute ne peut pas apprendre de nous qui vous êtes.' },
    { id: 'P13', text: 'Si nous sommes en panne, la page le dit et montre qui peut vous répondre.' },
    {
      id: 'P14',
      text: 'Si un juge nous demandait tout ce que nous avons sur vous, il n’aurait que ce que montre « Ce que nous gardons sur vous ».',
    },
  ],
  notTitle: 'Ce que nous ne pouvons pas promettre',
  not: [
    'Un service malveillant, ou contraint, pourrait envoyer à votre navigateur un autre programme que le nôtre.',
    'Votre réseau peut voir que vous êtes venu·e ici ; il ne peut pas lire ce que vous écrivez.',
    'Un logiciel espion, une capture d’écran ou quelqu’un derrière vous : nous n’y pouvons rien.',
    'Nous ne pouvons ni savoir où vous êtes, ni vous envoyer de l’aide.',
  ],
};
export type PromiseWords = typeof promises;
