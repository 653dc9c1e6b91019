import { type Forloeb } from '../../rejser/forloeb.js';
import { type Emne, familie, IDAG, type Situation } from './begreber.js';

/** What somebody has asked the municipality for: access, support, a placement; and the word to another municipality. */
export function henvendelser(f: () => Forloeb): Emne {
  const aktindsigt = async (art: string, mere: object = {}, modtaget = '2024-12-18'): Promise<Situation> => {
    const s = await familie(f());
    const hvem = art === 'offentlighed' ? { anmoderNavn: 'Avisen Test' } : { anmoderId: s.morId };
    const krop = { art, modtaget, oensker: 'Alt.', ...hvem, ...mere };
    const { aktindsigtId = '' } = await f().post('sb01', `/sager/${s.sagId}/aktindsigter`, krop);
    return { ...s, aktindsigtId };
  };
  const ansoegning = async (...spor: readonly string[]): Promise<Situation> => {
    const s = await familie(f());
    const { ansoegningId = '' } = await f().post('sb01', `/sager/${s.sagId}/ansoegninger`, {
      ...{ ansoegerId: s.morId, modtaget: '2024-12-02', svarSenest: '2025-01-20', oensker: 'Aflastning.' },
    });
    for (const et of spor) {
      const screening = { dato: '2024-12-04', spor: et, begrundelse: 'Vurderet.' };
      await f().post('sb01', `/ansoegninger/${ansoegningId}/screening`, screening);
    }
    const { afgoerelseId = '' } = await f().post('sb01', `/sager/${s.sagId}/afgoerelser`, {
      ...{ afgoerelseKode: 'oekonomisk-stoette', dato: '2024-12-10', begrundelse: 'Behov.' },
      boernesamtale: { dato: '2024-12-10' },
    });
    return { ...s, ansoegningId, afgoerelseId };
  };
  const anmodning = async (): Promise<Situation> => {
    const s = await familie(f());
    const krop = { modtaget: '2024-12-10', form: 'mundtlig', indhold: 'Vil bo et andet sted.' };
    const { anmodningId = '' } = await f().post('sb01', `/sager/${s.sagId}/anbringelsesanmodninger`, krop);
    return { ...s, anmodningId };
  };
  const FLYTNING = {
    ...{ tilKommune: '851', flytter: '2024-12-10', sendt: '2024-12-12', maade: 'sikker mail' },
    ...{ opsummering: 'Behov for støtte.', materiale: 'Notater.' },
  };
  return {
    navn: 'henvendelsen',
    kunBarnetsLov: [
      '… og ansøgningen er screenet til en afdækning',
      'barnet beder om at blive anbragt',
      '… og anmodningen er vurderet',
    ],
    situationer: {
      'en part beder om aktindsigt': () => aktindsigt('part'),
      'en avis beder om aktindsigt': () => aktindsigt('offentlighed'),
      'en part beder om indsigt efter databeskyttelsesforordningen': () => aktindsigt('gdpr'),
      '… og klager over, at det tager lang tid': async () => {
        const s = await aktindsigt('part', {}, '2024-12-02');
        await f().post('sb01', `/aktindsigter/${s['aktindsigtId'] ?? ''}/tidsklage`, { modtaget: '2024-12-18' });
        return s;
      },
      'familien har søgt om støtte': () => ansoegning(),
      '… og ansøgningen er screenet til en afdækning': () => ansoegning('afdaekning'),
      'barnet beder om at blive anbragt': anmodning,
      '… og anmodningen er vurderet': async () => {
        const s = await anmodning();
        await f().post('sb01', `/anbringelsesanmodninger/${s['anmodningId'] ?? ''}/vurdering`, {
          ...{ dato: '2024-12-12', bfuNoedvendig: false, betingelserOpfyldt: false, begrundelse: 'Hjælp hjemme.' },
          boernesamtaleDato: '2024-12-11',
        });
        return s;
      },
      'undersøgelsen er afbrudt, fordi familien flytter': async () => {
        const s = await familie(f());
        const bfuId = await f().bfu(s.sagId, '2024-12-02');
        const afbrudt = { dato: '2024-12-16', aarsag: 'flytning', begrundelse: 'Flyttet til Aalborg.' };
        await f().post('sb01', `/undersoegelser/${bfuId}/afbrydelse`, afbrudt);
        return s;
      },
      'den nye kommune er underrettet': async () => {
        const s = await familie(f());
        await f().post('sb01', `/sager/${s.sagId}/mellemkommunale-underretninger`, FLYTNING);
        return s;
      },
    },
    kommandoer: {
      aktindsigt: paa('aktindsigter', 'afgoerelse', { dato: IDAG, udfald: 'fuld', udleveret: 'Alt.' }),
      'gdpr-indsigt': paa('aktindsigter', 'afgoerelse', { dato: IDAG, udfald: 'fuld', udleveret: 'Alt.' }),
      'aktindsigt-fristbrev': paa('aktindsigter', 'fristbreve', {
        ...{ sendt: IDAG, forventet: '2025-01-06', begrundelse: 'Omfattende.' },
      }),
      'gdpr-forlaengelse': paa('aktindsigter', 'forlaengelse', { sendt: IDAG, begrundelse: 'Mange systemer.' }),
      'aktindsigt-klage-tid': paa('aktindsigter', 'tidsklage/videresendelse', { dato: IDAG }),
      'ansoegning-screening': paa('ansoegninger', 'screening', { dato: IDAG, spor: 'bfu', begrundelse: 'Vurderet.' }),
      'ansoegning-afgoerelse': ({ enkeltsagId }, { afgoerelseId }) => [
        `/ansoegninger/${enkeltsagId}/afgoerelse`,
        { dato: IDAG, udfald: 'imoedekommet', afgoerelseId },
      ],
      'sagsbehandlingsfrist-besked': paa('ansoegninger', 'beskeder', {
        ...{ sendt: IDAG, forventet: '2025-02-10', begrundelse: 'Udtalelse.' },
      }),
      'barnets-anbringelsesanmodning': paa('anbringelsesanmodninger', 'vurdering', {
        ...{ dato: IDAG, bfuNoedvendig: true, betingelserOpfyldt: false, begrundelse: 'Skal undersøges.' },
        boernesamtaleDato: IDAG,
      }),
      'barnets-anbringelsesanmodning-afgoerelse': paa('anbringelsesanmodninger', 'afgoerelse', {
        ...{ dato: IDAG, udfald: 'ingen', begrundelse: 'Hjælp hjemme.' },
        undtagelse: { grund: 'ubetaenkelig', begrundelse: 'Barnet har selv sagt det hele.' },
      }),
      'mellemkommunal-underretning': (_skridt, { sagId }) => [
        `/sager/${sagId}/mellemkommunale-underretninger`,
        { ...FLYTNING, sendt: IDAG },
      ],
      'mellemkommunal-bekraeftelse': paa('mellemkommunale-underretninger', 'bekraeftelse', { modtaget: IDAG }),
    },
  };
}

const paa =
  (hvad: string, sti: string, krop: object): Emne['kommandoer'][string] =>
  ({ enkeltsagId }) => [`/${hvad}/${enkeltsagId}/${sti}`, krop];
