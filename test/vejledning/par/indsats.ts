import { type Forloeb } from '../../rejser/forloeb.js';
import { type Emne, familie, IDAG, type Situation } from './begreber.js';
import { samtykke } from './visitation.js';

const OPFOELGNING = {
  ...{ udfald: 'uaendret', naesteDato: '2025-05-01', rytmebegrundelse: 'Nyt.', vurdering: 'Virker.' },
  barnetsHoldning: 'Glad.',
};
const OVERTAGET = {
  ...{ indsatskode: 'kontaktperson', maalgruppe: 'barn', afgoerelseDato: '2024-09-01', prisOere: 42_500 },
  ...{ forventetStart: '2024-09-10', forventetVarighedMaaneder: 12, prisEnhed: 'time', planUndtagelse: 'Kort.' },
  ...{ boernesamtale: { dato: '2024-08-20' }, formaal: 'Ro.', begrundelse: 'Behov.', barnetsHoldning: 'Ja.' },
  overtaget: 'Fra nabokommunen.',
};

/** A measure, from the grant until it has ended (BL §§ 30, 32 and 95). */
export function indsatser(f: () => Forloeb): Emne {
  const tidlig = async (ivaerksat?: string): Promise<Situation> => {
    const s = await familie(f());
    return { ...s, indsatsId: await f().tidligIndsats(s.sagId, '2024-11-01', ivaerksat) };
  };
  const medSamtykke = async (): Promise<Situation> => {
    const s = await familie(f());
    const { indsatsId = '' } = await f().post('sb01', `/sager/${s.sagId}/indsatser`, {
      ...OVERTAGET,
      samtykker: [samtykke(s.morId, '2024-08-26')],
    });
    await f().post('sb01', `/indsatser/${indsatsId}/ivaerksaettelse`, { dato: '2024-09-10' });
    return { ...s, indsatsId };
  };
  const ophoerAfgjort = async (virkningFra: string): Promise<Situation> => {
    const s = await medSamtykke();
    await f().post('sb01', `/indsatser/${s['indsatsId'] ?? ''}/ophoersafgoerelse`, {
      ...{ afgoerelseDato: '2024-11-20', virkningFra, begrundelse: 'Ikke behov.', barnetsHoldning: 'Nej.' },
      ...{
        boernesamtale: { dato: '2024-11-10' },
        hoeringsundtagelse: { grund: 'ubetaenkelig', begrundelse: 'Familiens eget ønske.' },
      },
    });
    return s;
  };
  return {
    navn: 'indsatsen',
    situationer: {
      'en tidlig indsats er bevilget': () => tidlig(),
      '… og sat i værk': () => tidlig('2024-11-04'),
      'samtykket til en indsats er trukket tilbage': async () => {
        const s = await medSamtykke();
        const tilbage = { personId: s['morId'], dato: '2024-12-02' };
        await f().post('sb01', `/indsatser/${s['indsatsId'] ?? ''}/samtykketilbagekaldelser`, tilbage);
        return s;
      },
      'det er afgjort, at indsatsen ophører senere': () => ophoerAfgjort('2025-01-15'),
      '… og dagen er kommet': () => ophoerAfgjort('2024-12-15'),
    },
    kommandoer: {
      'indsats-ivaerksaettelse': paa('ivaerksaettelse', { dato: IDAG }),
      'indsats-opstartsmoede': paa('opstartsmoede', { dato: IDAG, referat: 'Mandage.' }),
      'indsats-opfoelgning': paa('opfoelgninger', { ...OPFOELGNING, dato: IDAG }),
      'indsats-justering': paa('justeringer', {
        dato: IDAG,
        gaelderFra: '2025-01-01',
        prisOere: 45_000,
        begrundelse: 'Ny aftale.',
      }),
      // What the municipality has decided to end ends by that decision, and else because it is no longer needed.
      'indsats-ophoer': ({ enkeltsagId, art }) => [
        `/indsatser/${enkeltsagId}/ophoer`,
        { dato: IDAG, aarsag: art === 'kan' ? 'formaal-opnaaet' : 'kommunens-afgoerelse', begrundelse: 'Slut.' },
      ],
      'indsats-uden-samtykke': paa('ophoer', { dato: IDAG, aarsag: 'samtykke-trukket', begrundelse: 'Mor siger nej.' }),
    },
  };
}

const paa =
  (sti: string, krop: object): Emne['kommandoer'][string] =>
  ({ enkeltsagId }) => [`/indsatser/${enkeltsagId}/${sti}`, krop];
