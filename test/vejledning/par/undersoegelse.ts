import { type Forloeb } from '../../rejser/forloeb.js';
import { TRINNAVN } from '../../../src/ics/undersoegelse/trin.js';
import { type Emne, familie, IDAG, type Situation, TEMA } from './begreber.js';

const GRUND = { begrundelse: 'Behov.', grunde: ['alvorlig-eller-kompleks'] };
const DATO = '2024-12-16';
const SAMTALE = { holdt: true, udenForaeldre: true, referat: 'Samtale.', barnetsHoldning: 'Vil hjælpes.' };
const SAGKYNDIG = {
  ...{ art: 'laege', undersoeges: 'barnet', udfoerer: 'Egen læge', begrundelse: 'Helbredet er ukendt.' },
  samtykkeDato: '2024-11-26',
};
const KONKLUSION = {
  ...{ stoetteNoedvendig: false, indsatskoder: [], sideloebende: 'ingen', konklusion: 'Intet.' },
  ...{ barnetsHoldning: 'Enig.', foraeldresHoldning: 'Enige.' },
};

/** The investigation and the afdækning, step by step (BL §§ 19-22 and 26). */
export function undersoegelser(f: () => Forloeb): Emne {
  const send = (s: Situation, sti: string, krop: object) =>
    f().post('sb01', `/undersoegelser/${s['bfuId'] ?? ''}/${sti}`, krop);
  const besluttet = async (dag = '2024-11-25'): Promise<Situation> => {
    const s = await familie(f());
    const { bfuId = '' } = await f().post('sb01', `/sager/${s.sagId}/undersoegelser`, {
      ...{ opmaerksomDato: dag, afgoerelseDato: dag, ...GRUND },
    });
    return { ...s, bfuId };
  };
  const TRIN: readonly (readonly [string, object])[] = [
    ['aktoerer', { aktoerer: ['Skolen'] }],
    ['temaer', TEMA],
    ['boernesamtaler', SAMTALE],
    ['foraeldresamtaler', { referat: 'Samtale.' }],
    ['analyse', { analyse: 'Samlet.', fund: [{ tema: 'familieforhold', art: 'udfordring', tekst: 'Uro.' }] }],
    ['konklusion', KONKLUSION],
    ['gennemgang', { referat: 'Gennemgået.' }],
  ];
  /** So many of the steps have been taken. */
  const efter = async (s: Situation, antal: number): Promise<Situation> => {
    for (const [sti, krop] of TRIN.slice(0, antal)) await send(s, sti, { dato: DATO, ...krop });
    return s;
  };
  const hoert = async (svarfrist: string): Promise<Situation> => {
    const s = await efter(await besluttet(), TRIN.length);
    await send(s, 'partshoering', { dato: DATO, svarfrist });
    return s;
  };
  const afdaekning = async (): Promise<Situation> => {
    const s = await familie(f());
    const screening = { dato: '2024-12-02', udfald: 'afdaekning', begrundelse: 'Fravær.' };
    await f().post('sb01', `/sager/${s.sagId}/screeninger`, screening);
    const { bfuId = '' } = await f().post('sb01', `/sager/${s.sagId}/afdaekninger`, {
      ...{ opmaerksomDato: '2024-12-02', afgoerelseDato: '2024-12-05', forhold: ['skoleforhold'], begrundelse: 'x' },
    });
    return { ...s, bfuId };
  };
  return {
    navn: 'undersøgelsen',
    kunBarnetsLov: ['en afdækning er i gang', '… og barnet er hørt'],
    situationer: {
      'undersøgelsen er besluttet': () => besluttet(),
      '… er analyseret': async () => efter(await besluttet(), 5),
      '… er konkluderet': async () => efter(await besluttet(), 6),
      '… er i partshøring': () => hoert('2025-01-10'),
      '… er klar til at blive godkendt': () => hoert('2024-12-18'),
      'en udtalelse og en sagkyndig undersøgelse er ikke kommet': async () => {
        const s = await efter(await besluttet(), 5);
        const frist = { anmodet: '2024-11-26', svarfrist: '2024-12-10' };
        const { udtalelseId = '' } = await send(s, 'udtalelser', { aktoer: 'Skolen', emne: 'Trivsel.', ...frist });
        const { sagkyndigId = '' } = await send(s, 'sagkyndige', { ...SAGKYNDIG, ...frist });
        return { ...s, udtalelseId, sagkyndigId };
      },
      'der er fundet en udfordring i undervisningen': async () => {
        const s = await efter(await besluttet(), 4);
        const fund = { tema: 'familieforhold', art: 'udfordring', tekst: 'Kan ikke følge med.', undervisning: true };
        await send(s, 'analyse', { dato: DATO, analyse: 'Samlet.', fund: [fund] });
        return s;
      },
      // Four months from 1 August were over on 1 December.
      'fristen er overskredet': () => besluttet('2024-08-01'),
      'der er intet sket i fire uger': async () => {
        const s = await besluttet('2024-11-01');
        const koder = ['aktoerer', 'udtalelser', 'opfoelgning', 'boernesamtale', 'foraeldresamtale', 'analyse'];
        const milepaele = [...koder, 'konklusion'].map((trin) => ({ trin, planlagt: '2025-02-01' }));
        await send(s, 'milepaele', { dato: '2024-11-01', milepaele });
        return s;
      },
      'en afdækning er i gang': afdaekning,
      '… og barnet er hørt': async () => {
        const s = await afdaekning();
        await send(s, 'boernesamtaler', { dato: DATO, ...SAMTALE });
        return s;
      },
      'de kommende forældres termin er overskredet': async () => {
        const { sagId = '', barnId = '' } = await f().post('tl01', '/sager', {
          ...{ barn: { ufoedt: true, morsNavn: 'Mor Testesen', termin: '2024-12-10' }, omraade: 'social' },
          ...{ grund: 'ansoegning', oprettet: '2024-11-01' },
        });
        const { bfuId = '' } = await f().post('sb01', `/sager/${sagId}/undersoegelser`, {
          ...{ opmaerksomDato: '2024-11-25', afgoerelseDato: '2024-11-25', ...GRUND },
        });
        await f().post('sb01', `/personer/${barnId}/rettelser`, {
          ...{ art: 'barn', foedselsdato: '2024-12-12', aarsag: 'Barnet er født.' },
        });
        return { sagId, bfuId };
      },
    },
    kommandoer: {
      'bfu-aktoerer': paa('aktoerer', { dato: IDAG, aktoerer: ['Skolen'] }),
      'bfu-temaer': paa('temaer', { dato: IDAG, ...TEMA }),
      'bfu-boernesamtale': paa('boernesamtaler', { dato: IDAG, ...SAMTALE }),
      'bfu-foraeldresamtale': paa('foraeldresamtaler', { dato: IDAG, referat: 'Samtale.' }),
      'bfu-analyse': paa('analyse', { dato: IDAG, analyse: 'Samlet.', fund: [] }),
      'bfu-konklusion': paa('konklusion', { dato: IDAG, ...KONKLUSION }),
      'bfu-gennemgang': paa('gennemgang', { dato: IDAG, referat: 'Gennemgået.' }),
      'bfu-partshoering': paa('partshoering', { dato: IDAG, svarfrist: '2025-01-10' }),
      'bfu-partshoering-svar': paa('godkendelse', { dato: IDAG }),
      'bfu-godkendelse': paa('godkendelse', { dato: IDAG }),
      'bfu-foreloebig-vurdering': paa('foreloebig-vurdering', { dato: IDAG, aarsag: 'Sygdom.', vurdering: 'Uro.' }),
      'bfu-ppv-vurdering': paa('ppv', { dato: IDAG, indstilles: false, begrundelse: 'Skolen er i gang.' }),
      'bfu-ryk-udtalelse': ({ enkeltsagId }, { udtalelseId = '' }) => [
        `/undersoegelser/${enkeltsagId}/udtalelser/${udtalelseId}/rykker`,
        { rykket: IDAG, svarfrist: '2025-01-03' },
      ],
      'bfu-ryk-sagkyndig': ({ enkeltsagId }, { sagkyndigId = '' }) => [
        `/undersoegelser/${enkeltsagId}/sagkyndige/${sagkyndigId}/opgivelse`,
        { dato: IDAG, begrundelse: 'Lægen svarer ikke.' },
      ],
      'bfu-sagkyndig': ({ enkeltsagId }, { sagkyndigId = '' }) => [
        `/undersoegelser/${enkeltsagId}/sagkyndige/${sagkyndigId}/resultat`,
        { modtaget: IDAG, resultat: 'Rask.' },
      ],
      'bfu-milepael': ({ enkeltsagId, tekst }) => {
        const navn = /nå trinnet (.*), eller planlæg/.exec(tekst)?.[1];
        const trin = Object.entries(TRINNAVN).find(([, trinnavn]) => trinnavn === navn)?.[0];
        return [
          `/undersoegelser/${enkeltsagId}/milepaele`,
          { dato: IDAG, milepaele: [{ trin, planlagt: '2024-12-27' }] },
        ];
      },
      // The next step is the one that stands beside it.
      'bfu-stilstand': paa('aktoerer', { dato: IDAG, aktoerer: ['Skolen'] }),
      'bfu-foedsel': paa('foedsel', { dato: '2024-12-12', begrundelse: 'Behovet er det samme.' }),
      'afdaekning-afslutning': paa('afdaekning/afslutning', {
        ...{ dato: IDAG, udfald: 'ingen-stoette', konklusion: 'Klarer sig.', barnetsHoldning: 'Enig.' },
        foraeldresHoldning: 'Enige.',
      }),
      'afdaekning-konvertering': paa('konvertering', { afgoerelseDato: IDAG, begrundelse: 'Alvorligt.' }),
    },
  };
}

const paa =
  (sti: string, krop: object): Emne['kommandoer'][string] =>
  ({ enkeltsagId }) => [`/undersoegelser/${enkeltsagId}/${sti}`, krop];
