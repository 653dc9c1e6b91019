import { type Forloeb } from '../../rejser/forloeb.js';
import { person } from './afgoerelse.js';
import { type Emne, familie, IDAG, type Sagt, type Situation, TEMA } from './begreber.js';

export const samtykke = (personId: string, dato: string, svar = 'givet') => ({
  ...{ personId, svar, dato, form: 'skriftlig', informeret: true, omfatterFormaal: true },
});
const STOETTE = {
  indsatskode: 'kontaktperson',
  stedtype: undefined,
  sted: undefined,
  prisEnhed: 'time',
  antalPr: 'uge',
};
const STED = {
  ...{ indsatskode: 'anbringelse', stedtype: 'plejefamilie-almen', sted: 'Plejefamilien Prøvesen' },
  ...{ prisEnhed: 'doegn', antalPr: 'doegn' },
};
const AFGOERELSE = {
  ...{ varighedMaaneder: 12, formaal: 'Ro.', begrundelse: 'Behov.', barnetsHoldning: 'Vil gerne.' },
};
const forslag = (dato: string, hvad: object = STOETTE) => ({
  ...{ dato, maalgruppe: 'barn', prisOere: 42_500, antal: 1, maaneder: 12, begrundelse: 'Behov.' },
  ...{ forventetStart: '2024-12-27', ...hvad },
});

/** An investigation that ended with support, on a day. */
export async function undersoegt(f: Forloeb, sagId: string, begyndt: string, dato: string): Promise<string> {
  const bfuId = await f.bfu(sagId, begyndt);
  const send = (sti: string, krop: object, bruger = 'sb01') =>
    f.post(bruger, `/undersoegelser/${bfuId}/${sti}`, { dato, ...krop });
  await send('aktoerer', { aktoerer: ['Skolen'] });
  await send('temaer', TEMA);
  await send('boernesamtaler', { holdt: true, udenForaeldre: true, referat: 'Samtale.', barnetsHoldning: 'Ja.' });
  await send('foraeldresamtaler', { referat: 'Samtale.' });
  const fund = [{ tema: 'familieforhold', art: 'udfordring', tekst: 'Omsorgssvigt.' }];
  await send('analyse', { analyse: 'Analyse.', fund });
  await send('konklusion', {
    ...{ stoetteNoedvendig: true, indsatskoder: ['kontaktperson'], sideloebende: 'ingen', konklusion: 'Støtte.' },
    ...{ barnetsHoldning: 'Ja.', foraeldresHoldning: 'Ja.' },
  });
  await send('gennemgang', { referat: 'Gennemgået.' });
  await send('partshoering', { svarfrist: '2025-02-01' });
  await send('partshoering/svar', { svar: 'Enige.' });
  await send('godkendelse', {}, 'tl01');
  return bfuId;
}

/** A plan that is valid from a day. */
export async function planlagt(
  f: Forloeb,
  sagId: string,
  plantype: string,
  bfuId: string | undefined,
  dato: string,
): Promise<{ planId: string; maalId: string }> {
  const { planId = '' } = await f.post('sb01', `/sager/${sagId}/planer`, {
    plantype,
    oprettet: dato,
    formaal: 'Ro.',
    bfuId,
  });
  const maal = { dato, maal: 'Egen bolig.', tema: 'familieforhold', voksenliv: 'bolig' };
  const { maalId = '' } = await f.post('sb01', `/planer/${planId}/maal`, maal);
  await f.post('tl01', `/planer/${planId}/godkendelse`, { dato, inddragelse: 'Med barnet.' });
  return { planId, maalId };
}

type Trin = 'forslag' | 'sendt' | 'godkendt' | 'ja' | 'nej' | 'afgjort' | 'meddelt' | 'overgivet';

/** From a proposal with its price to the decision, with consent or on the way to a decision without (BL §§ 32, 46 and 47). */
export function visitationer(f: () => Forloeb): Emne {
  const visitation = async (hvad: object, ...trin: readonly Trin[]): Promise<Situation> => {
    const s = await familie(f());
    const bfuId = await undersoegt(f(), s.sagId, '2024-10-01', '2024-11-01');
    const plan = await planlagt(f(), s.sagId, 'barnets-plan', bfuId, '2024-11-05');
    const begyndt = { dato: '2024-12-02', formaal: 'Ro.', bfuId };
    const { visitationId = '' } = await f().post('sb01', `/sager/${s.sagId}/visitationer`, begyndt);
    const send = (sti: string, krop: object, bruger = 'sb01') =>
      f().post(bruger, `/visitationer/${visitationId}/${sti}`, krop);
    const TAG: Readonly<Record<Trin, () => Promise<unknown>>> = {
      forslag: () => send('indsatser', forslag('2024-12-03', hvad)),
      sendt: () => send('til-godkendelse', { dato: '2024-12-04' }),
      godkendt: () => send('godkendelse', { dato: '2024-12-05', forum: 'leder' }, 'tl01'),
      ja: () => send('samtykker', samtykke(s.morId, '2024-12-06')),
      nej: () => send('samtykker', samtykke(s.morId, '2024-12-06', 'afslaaet')),
      afgjort: () =>
        send('afgoerelse', {
          ...AFGOERELSE,
          afgoerelseDato: '2024-12-09',
          planId: plan.planId,
          boernesamtale: { dato: '2024-12-09' },
        }),
      meddelt: () => meddel(s),
      overgivet: () => send('tvangsspor', { dato: '2024-12-10', begrundelse: 'Mor siger nej.' }),
    };
    for (const et of trin) await TAG[et]();
    return { ...s, ...plan, bfuId, visitationId };
  };
  /** Every party is told of every decision in the case. */
  const meddel = async ({ sagId }: { sagId: string }): Promise<void> => {
    const { skridt } = (await f().get('sb01', `/sager/${sagId}/naeste-skridt`)).body as {
      readonly skridt: readonly Sagt[];
    };
    for (const sagt of skridt.filter(({ kode }) => kode === 'afgoerelse-meddelelse')) {
      const brev = { personId: person(sagt), sendt: '2024-12-10', maade: 'overrakt', klagevejledning: true };
      await f().post('sb01', `/afgoerelser/${sagt.enkeltsagId}/meddelelser`, brev);
    }
  };
  return {
    navn: 'visitationen',
    hoejst: 2,
    situationer: {
      'undersøgelsen peger på støtte': async () => {
        const s = await familie(f());
        const bfuId = await undersoegt(f(), s.sagId, '2024-10-01', '2024-11-01');
        return { ...s, bfuId };
      },
      'en visitation er begyndt': () => visitation(STOETTE),
      '… der er et forslag': () => visitation(STOETTE, 'forslag'),
      '… det er sendt til godkendelse': () => visitation(STOETTE, 'forslag', 'sendt'),
      '… det er godkendt': () => visitation(STOETTE, 'forslag', 'sendt', 'godkendt'),
      '… og mor siger ja': () => visitation(STOETTE, 'forslag', 'sendt', 'godkendt', 'ja'),
      '… og mor siger nej': () => visitation(STOETTE, 'forslag', 'sendt', 'godkendt', 'nej'),
      '… og den er afgjort': () => visitation(STOETTE, 'forslag', 'sendt', 'godkendt', 'ja', 'afgjort'),
      '… og alle har fået afgørelsen': () =>
        visitation(STOETTE, 'forslag', 'sendt', 'godkendt', 'ja', 'afgjort', 'meddelt'),
      '… og støtten er overgivet til sporet uden samtykke': () =>
        visitation(STOETTE, 'forslag', 'sendt', 'godkendt', 'nej', 'overgivet'),
      '… og anbringelsen er overgivet til sporet uden samtykke': () =>
        visitation(STED, 'forslag', 'sendt', 'godkendt', 'nej', 'overgivet'),
    },
    kommandoer: {
      'indsats-afgoerelse': (_skridt, { sagId, bfuId }) => [
        `/sager/${sagId}/visitationer`,
        { dato: IDAG, formaal: 'Ro.', bfuId },
      ],
      'visitation-forslag': paa('indsatser', forslag(IDAG)),
      'visitation-til-godkendelse': paa('til-godkendelse', { dato: IDAG }),
      'visitation-godkendelse': paa('godkendelse', { dato: IDAG, forum: 'leder' }),
      'visitation-samtykke': ({ enkeltsagId }, { morId = '' }) => [
        `/visitationer/${enkeltsagId}/samtykker`,
        samtykke(morId, IDAG),
      ],
      'visitation-uden-samtykke': paa('tvangsspor', { dato: IDAG, begrundelse: 'Mor siger nej.' }),
      'visitation-afgoerelse': ({ enkeltsagId }, { planId }) => [
        `/visitationer/${enkeltsagId}/afgoerelse`,
        { ...AFGOERELSE, afgoerelseDato: IDAG, planId, boernesamtale: { dato: IDAG } },
      ],
      'visitation-meddelelse': paa('meddelelse', { dato: IDAG }),
      'indsats-uden-samtykke-stillingtagen': (_skridt, { sagId, bfuId }) => [
        `/sager/${sagId}/visitationer`,
        { dato: IDAG, formaal: 'Ro.', bfuId },
      ],
      'buu-sag-rejsning': (_skridt, { sagId }) => [
        `/sager/${sagId}/buu-sager`,
        { afgoerelseKode: 'anbringelse-uden-samtykke', dato: IDAG, begrundelse: 'Skade.' },
      ],
    },
  };
}

const paa =
  (sti: string, krop: object): Emne['kommandoer'][string] =>
  ({ enkeltsagId }) => [`/visitationer/${enkeltsagId}/${sti}`, krop];
