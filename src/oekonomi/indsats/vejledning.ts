import { type Skridt } from '../../faelles/skridt.js';
import { type BevilgetIndsats, type Indsats } from './tilstand.js';

type Led = Omit<Skridt, 'enkeltsagId'>;

/** What the measure needs next: it is started, goes on with consent, and ends when it has been decided. */
export function indsatsskridt(indsats: Indsats, iDag: string): readonly Skridt[] {
  if (indsats.fase === 'findes-ikke' || indsats.fase === 'ophoert') return [];
  const led = [...samtykke(indsats), ...ophoer(indsats, iDag), ...gang(indsats)];
  return led.map((skridt) => ({ ...skridt, enkeltsagId: indsats.indsatsId }));
}

function samtykke({ samtykkeBortfaldet, regime }: BevilgetIndsats): readonly Led[] {
  if (samtykkeBortfaldet === null) return [];
  return [
    {
      kode: 'indsats-uden-samtykke',
      art: 'skal',
      tekst: 'Lad indsatsen ophøre, eller tag stilling til, om loven tillader den uden samtykke',
      hvorfor: `Samtykket er trukket tilbage ${samtykkeBortfaldet}`,
      hjemmel: regime === 'SEL' ? 'SEL §§ 52, stk. 2, og 56' : 'BL § 32, stk. 2; §§ 37-39',
    },
  ];
}

function ophoer({ ophoerBesluttet, regime }: BevilgetIndsats, iDag: string): readonly Led[] {
  if (ophoerBesluttet === null) return [];
  const { virkningFra, afgoerelseDato } = ophoerBesluttet;
  return [
    {
      kode: 'indsats-ophoer',
      art: iDag < virkningFra ? 'maa-ikke' : 'skal',
      tekst: iDag < virkningFra ? `Lad ikke indsatsen ophøre før ${virkningFra}` : 'Registrér, at indsatsen er ophørt',
      hvorfor: `Ophøret er afgjort ${afgoerelseDato} med virkning fra ${virkningFra}`,
      hjemmel: regime === 'SEL' ? 'SEL § 70' : 'BL § 95',
    },
  ];
}

function gang(indsats: BevilgetIndsats): readonly Led[] {
  const opfoelgning = indsats.regime === 'SEL' ? 'SEL § 70' : 'BL § 95';
  if (indsats.fase === 'bevilget') {
    return [
      {
        kode: 'indsats-ivaerksaettelse',
        art: 'skal',
        tekst: 'Sæt indsatsen i værk, og hold opstartsmøde',
        hvorfor: `Bevilget ${indsats.afgoerelseDato}, endnu ikke sat i værk`,
        hjemmel: indsats.regime === 'SEL' ? 'SEL § 52' : 'BL § 32',
      },
    ];
  }
  return [
    {
      kode: 'indsats-justering',
      art: 'kan',
      tekst: 'Justér indsatsens pris, omfang eller periode',
      hvorfor:
        'Opfølgningen kan vise, at hjælpen skal være en anden; mindre hjælp er en afgørelse, og parterne høres først',
      hjemmel: opfoelgning,
    },
    {
      kode: 'indsats-ophoer-mod-oenske',
      art: 'maa-ikke',
      tekst: 'Stop ikke indsatsen mod familiens ønske uden afgørelse',
      hvorfor: 'Det er en afgørelse, som går parterne imod: hør dem først, og meddel den med klagevejledning',
      hjemmel: 'forvaltningsloven § 19',
    },
  ];
}
