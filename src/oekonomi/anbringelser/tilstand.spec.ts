import { anbringelsestilstand, type Anbringelsestilstand, type Tilstandsgrundlag } from './tilstand.js';

const igang = (mere: Partial<Tilstandsgrundlag> = {}): Tilstandsgrundlag => ({
  ...{ fase: 'ivaerksat', grundlag: 'samtykke', hjemgivelseAfgjort: null, periodeSlut: null },
  ...{ permanentDato: null, ophoersaarsag: null },
  ...mere,
});
const hjem = (periodeSlut: string) => igang({ hjemgivelseAfgjort: '2024-08-15', periodeSlut });

it.each<[string, Tilstandsgrundlag, string, Anbringelsestilstand]>([
  ['besluttet', igang({ fase: 'besluttet' }), '2024-03-01', 'besluttet'],
  ['barnet bor der', igang(), '2024-04-01', 'ivaerksat'],
  ['uden samtykke', igang({ grundlag: 'tvang' }), '2024-04-01', 'ivaerksat'],
  ['udvalget har gjort den permanent', igang({ permanentDato: '2027-04-01' }), '2027-05-01', 'permanent'],
  ['døgnophold efter 18', igang({ grundlag: 'ungestoette' }), '2027-05-01', 'overgaaet-til-ungestoette'],
  ['i perioden er barnet anbragt (BL § 100, stk. 4)', hjem('2024-11-15'), '2024-11-15', 'hjemgivelsesperiode'],
  ['perioden er slut, og barnet er ikke meldt hjemme', hjem('2024-11-15'), '2024-11-16', 'hjemgivelse-besluttet'],
  ['uden periode', hjem('2024-08-15'), '2024-08-15', 'hjemgivelse-besluttet'],
  ['hjemgivet', igang({ fase: 'ophoert', ophoersaarsag: 'hjemgivet' }), '2024-12-01', 'hjemgivet'],
  ['ophørt af en anden grund', igang({ fase: 'ophoert', ophoersaarsag: 'fyldt-18' }), '2024-12-01', 'ophoert'],
])('tilstanden: %s', (_navn, om, iDag, forventet) => {
  expect(anbringelsestilstand(om, iDag)).toBe(forventet);
});
