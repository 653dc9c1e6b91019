import { type Skridt } from '../../faelles/skridt.js';
import { type BevilgetIndsats, type Indsats } from './tilstand.js';

type Led = Omit<Skridt, 'enkeltsagId'>;

const opfoelgningshjemmel = ({ regime }: BevilgetIndsats): string => (regime === 'SEL' ? 'SEL § 70' : 'BL § 95');
const indsatshjemmel = ({ regime }: BevilgetIndsats): string => (regime === 'SEL' ? 'SEL § 52' : 'BL § 32');

/** What a measure needs next: consent where it is gone, to be started, then to be followed up for as long as it runs. */
export function indsatsskridt(indsats: Indsats, iDag: string): readonly Skridt[] {
  if (indsats.fase === 'findes-ikke' || indsats.fase === 'ophoert') return [];
  const led = [
    ...samtykke(indsats),
    ...(indsats.fase === 'bevilget' ? ivaerksaettelse(indsats) : igang(indsats)),
    ...ophoer(indsats, iDag),
    ...opstartsmoede(indsats),
  ];
  return led.map((skridt) => ({ ...skridt, enkeltsagId: indsats.indsatsId }));
}

/** Why nothing is to be done with the measure; undefined when there is. */
export function indsatshvile(indsats: Indsats): string | undefined {
  return indsats.fase === 'ophoert' ? `Indsatsen er ophørt ${indsats.ophoertDato ?? ''}`.trim() : undefined;
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

function ivaerksaettelse(indsats: BevilgetIndsats): readonly Led[] {
  return [
    {
      kode: 'indsats-ivaerksaettelse',
      art: 'skal',
      tekst: 'Sæt indsatsen i værk',
      hvorfor: `Bevilget ${indsats.afgoerelseDato}, endnu ikke sat i værk`,
      hjemmel: indsatshjemmel(indsats),
    },
  ];
}

function igang(indsats: BevilgetIndsats): readonly Led[] {
  const hjemmel = opfoelgningshjemmel(indsats);
  return [
    {
      kode: 'indsats-opfoelgning',
      art: 'skal',
      tekst: 'Følg op på indsatsen, og beslut, hvornår der næste gang følges op',
      hvorfor: `Indsatsen har været i gang siden ${indsats.ivaerksatDato ?? indsats.afgoerelseDato}`,
      hjemmel,
      frister: ['opfoelgning-foerste', 'opfoelgning-loebende'].map((regel) => ({ regel, noegle: indsats.indsatsId })),
    },
    {
      kode: 'indsats-justering',
      art: 'kan',
      tekst: 'Justér indsatsens pris, omfang eller periode',
      hvorfor: 'Mere hjælp kræver samtykke; mindre hjælp er en afgørelse, og parterne høres først',
      hjemmel,
    },
  ];
}

function ophoer(indsats: BevilgetIndsats, iDag: string): readonly Led[] {
  const hjemmel = opfoelgningshjemmel(indsats);
  if (indsats.ophoerBesluttet === null) {
    if (indsats.fase === 'bevilget') return [];
    return [
      {
        kode: 'indsats-ophoer',
        art: 'kan',
        tekst:
          'Lad indsatsen ophøre, når formålet er nået eller behovet er ændret; mod familiens ønske kun efter en afgørelse, hvor parterne er hørt',
        hvorfor: 'En indsats skal ikke vare længere end nødvendigt',
        hjemmel: `${hjemmel}; forvaltningsloven § 19`,
      },
    ];
  }
  const { virkningFra, afgoerelseDato } = indsats.ophoerBesluttet;
  const vent = iDag < virkningFra;
  return [
    {
      kode: 'indsats-ophoer',
      art: vent ? 'maa-ikke' : 'skal',
      tekst: vent
        ? `Lad ikke indsatsen ophøre efter kommunens afgørelse før ${virkningFra}`
        : 'Registrér, at indsatsen er ophørt',
      hvorfor: `Ophøret er afgjort ${afgoerelseDato} med virkning fra ${virkningFra}`,
      hjemmel,
    },
  ];
}

function opstartsmoede(indsats: BevilgetIndsats): readonly Led[] {
  if (indsats.opstartsmoede !== null) return [];
  return [
    {
      kode: 'indsats-opstartsmoede',
      art: 'kan',
      tekst: 'Hold opstartsmøde med familien og leverandøren',
      hvorfor: 'Der er ikke skrevet noget om et opstartsmøde',
      hjemmel: indsatshjemmel(indsats),
    },
  ];
}
