import { type Forloeb } from '../../rejser/forloeb.js';
import { type Emne, familie, IDAG, type Situation } from './begreber.js';
import { planlagt, samtykke } from './visitation.js';

const HJEMGIVELSE = {
  ...{ udfald: 'hjemgives', viderestoette: 'Støtte.', begrundelse: 'Kan igen.', barnetsHoldning: 'Glæder sig.' },
  hoeringsundtagelse: { grund: 'ubetaenkelig', begrundelse: 'Parterne har selv bedt om det.' },
};
const TILSYN = { samtale: true, udenPersonale: true, vurdering: 'Trives.' };
const UNGESTOETTE = { udfald: 'doegnophold', begrundelse: 'Uddannelse.', ungesHoldning: 'Vil blive.' };

/** A placement by consent, from the decision to the child's return or adult life (BL §§ 46, 75-79, 95, 100, 111 and 156). */
export function anbringelser(f: () => Forloeb): Emne {
  const besluttet = async (foedt = '2014-05-01', plantype?: string): Promise<Situation> => {
    const s = await familie(f(), foedt);
    const ung = foedt < '2008-12-20';
    const type = plantype ?? (ung ? 'ungeplan' : 'barnets-plan');
    const plan = await planlagt(f(), s.sagId, type, undefined, '2024-02-20');
    const begyndt = { dato: '2024-03-01', formaal: 'Ro.' };
    const { visitationId = '' } = await f().post('sb01', `/sager/${s.sagId}/visitationer`, begyndt);
    const send = (sti: string, krop: object, bruger = 'sb01') =>
      f().post(bruger, `/visitationer/${visitationId}/${sti}`, krop);
    await send('indsatser', {
      ...{ dato: '2024-03-02', indsatskode: 'anbringelse', maalgruppe: 'barn', prisOere: 250_000, prisEnhed: 'doegn' },
      ...{ antal: 1, antalPr: 'doegn', forventetStart: '2024-03-15', maaneder: 12, begrundelse: 'Behov.' },
      ...{ stedtype: 'opholdssted', sted: 'Opholdsstedet Prøven' },
    });
    await send('til-godkendelse', { dato: '2024-03-03' });
    await send('godkendelse', { dato: '2024-03-04', forum: 'leder' }, 'tl01');
    for (const personId of ung ? [s.morId, s.barnId] : [s.morId])
      await send('samtykker', samtykke(personId, '2024-03-06'));
    await send('afgoerelse', {
      ...{
        afgoerelseDato: '2024-03-10',
        varighedMaaneder: 12,
        formaal: 'Ro.',
        begrundelse: 'Behov.',
        planId: plan.planId,
      },
      ...{ barnetsHoldning: 'Vil gerne.', boernesamtale: { dato: '2024-03-08' } },
      // Without an investigation, which would be most of what such a situation takes to make.
      anbringelse: { stedGodkendt: '2024-01-10', omsorgssvigt: true, udenUndersoegelse: 'Barnet kunne ikke vente.' },
    });
    const { poster } = (await f().get('sb01', `/sager/${s.sagId}/anbringelser`)).body as {
      readonly poster: readonly { readonly anbringelseId: string }[];
    };
    return { ...s, ...plan, anbringelseId: poster[0]?.anbringelseId ?? '' };
  };
  const tag = (s: Situation, sti: string, krop: object) =>
    f().post('sb01', `/anbringelser/${s['anbringelseId'] ?? ''}/${sti}`, krop);
  const igang = async (foedt?: string, plantype?: string): Promise<Situation> => {
    const s = await besluttet(foedt, plantype);
    await tag(s, 'ivaerksaettelse', { dato: '2024-03-15' });
    return s;
  };
  const medNyPlan = async (s: Situation, plantype: string, dato: string): Promise<Situation> => ({
    ...s,
    ...(await planlagt(f(), s.sagId, plantype, undefined, dato)),
  });
  /** All is there that the decision to send the child home rests on. */
  const bedtHjem = async (): Promise<Situation> => {
    const s = await igang();
    await tag(s, 'hjemgivelsesanmodninger', { personId: s['morId'], dato: '2024-11-01' });
    await tag(s, 'hjemgivelsesudtalelser', { dato: '2024-11-10', udtalelse: 'Har brug for tid.' });
    return medNyPlan(s, 'barnets-plan', '2024-11-15');
  };
  const afgjortHjem = async (periodeSlut: string): Promise<Situation> => {
    const s = await bedtHjem();
    const { afgoerelseId: hjemgivelseId = '' } = await tag(s, 'hjemgivelsesafgoerelse', {
      ...{ ...HJEMGIVELSE, afgoerelseDato: '2024-11-20', periodeSlut, planId: s['planId'] },
      boernesamtale: { dato: '2024-11-18' },
    });
    return { ...s, hjemgivelseId };
  };
  const fyldt18 = async (udfald: string): Promise<Situation> => {
    const s = await medNyPlan(await igang('2006-12-10'), 'ungeplan', '2024-05-10');
    const afgoerelse = { ...UNGESTOETTE, udfald, afgoerelseDato: '2024-05-20', planId: s['planId'] };
    const { hoeringsundtagelse } = HJEMGIVELSE;
    await tag(s, 'ungestoette', { ...afgoerelse, hoeringsundtagelse, boernesamtale: { dato: '2024-05-15' } });
    return { ...s, udfald };
  };
  const traekTilbage = (s: Situation) =>
    tag(s, 'samtykketilbagekaldelser', { personId: s['morId'], dato: '2024-12-02' });
  return {
    navn: 'anbringelsen',
    hoejst: 2,
    situationer: {
      'en anbringelse er besluttet': () => besluttet(),
      '… men samtykket er trukket tilbage': async () => {
        const s = await besluttet();
        await traekTilbage(s);
        return { ...s, ivaerksat: 'nej' };
      },
      'barnet er anbragt': () => igang(),
      '… og planen er afsluttet': async () => {
        const s = await igang();
        await f().post('tl01', `/planer/${s['planId'] ?? ''}/afslutning`, { dato: '2024-11-01', begrundelse: 'Ny.' });
        return s;
      },
      '… og er siden fyldt 16 år med den plan, der gjaldt før': () => igang('2008-06-01', 'barnets-plan'),
      '… og samtykket er trukket tilbage': async () => {
        const s = await igang();
        await traekTilbage(s);
        return s;
      },
      '… og et tilsynsbesøg fandt bekymrende forhold': async () => {
        const s = await igang();
        await tag(s, 'tilsyn', { ...TILSYN, dato: '2024-06-10', bekymrende: true });
        return s;
      },
      '… og mor har bedt om at få barnet hjem': bedtHjem,
      'hjemgivelsen er afgjort': () => afgjortHjem('2025-02-20'),
      '… og perioden er slut': () => afgjortHjem(IDAG),
      '… og der er klaget over den': async () => {
        const s = await afgjortHjem('2025-02-20');
        const klage = { klagerId: s['morId'], modtaget: '2024-12-02', indhold: 'For tidligt.' };
        await f().post('sb01', `/afgoerelser/${s['hjemgivelseId'] ?? ''}/klager`, klage);
        return s;
      },
      'den unge på stedet fylder 18 år om et halvt år': async () =>
        medNyPlan(await igang('2007-06-01'), 'ungeplan', '2024-11-15'),
      'den unge på stedet er fyldt 18 år og bliver der': () => fyldt18('doegnophold'),
      '… og flytter hjemmefra': () => fyldt18('ingen'),
    },
    kommandoer: {
      'anbringelse-ivaerksaettelse': paa('ivaerksaettelse', { dato: IDAG }),
      'anbringelse-opfoelgning': paa('opfoelgninger', {
        ...{ dato: IDAG, udfald: 'uaendret', naesteDato: '2025-05-01', rytmebegrundelse: 'Nyt sted.' },
        ...{ vurdering: 'Trives.', barnetsHoldning: 'Glad.' },
      }),
      'anbringelse-tilsyn': paa('tilsyn', { ...TILSYN, dato: IDAG, bekymrende: false }),
      'tilsyn-socialtilsyn-underretning': paa('socialtilsynsunderretninger', { dato: IDAG, forhold: 'For få voksne.' }),
      'plan-paabegyndelse': ({ enkeltsagId }) => [
        `/sager/${enkeltsagId}/planer`,
        { plantype: 'barnets-plan', oprettet: IDAG, formaal: 'Ro.' },
      ],
      ungeplan: ({ enkeltsagId }) => [`/planer/${enkeltsagId}/revision`, { dato: IDAG }],
      'plan-udlevering': ({ enkeltsagId }, { planId }) => [
        `/anbringelser/${enkeltsagId}/planudleveringer`,
        { planId, dato: IDAG, dele: 'Målene for skolen.' },
      ],
      foraeldrestoetteperson: ({ enkeltsagId }, { morId }) => [
        `/anbringelser/${enkeltsagId}/stoettepersoner`,
        { personId: morId, dato: IDAG, svar: 'oensker' },
      ],
      foraeldrehandleplan: ({ enkeltsagId }, { morId }) => [
        `/anbringelser/${enkeltsagId}/foraeldrehandleplaner`,
        { personId: morId, dato: IDAG, maal: 'Fast døgnrytme.', stoette: 'Samtaler.' },
      ],
      'soeskende-vurdering': paa('soeskendevurderinger', { dato: IDAG, soeskende: [], vurdering: 'Har ingen.' }),
      // The way on with consent again needs nobody else; what has not begun is given up.
      'anbringelse-uden-samtykke': ({ enkeltsagId }, { morId = '', ivaerksat }) =>
        ivaerksat === 'nej'
          ? [
              `/anbringelser/${enkeltsagId}/ophoer`,
              { dato: IDAG, aarsag: 'ikke-ivaerksat', begrundelse: 'Mor siger nej.' },
            ]
          : [
              `/anbringelser/${enkeltsagId}/grundlag`,
              { grundlag: 'samtykke', dato: IDAG, samtykker: [samtykke(morId, IDAG)] },
            ],
      hjemgivelse: paa('hjemgivelse', { dato: IDAG, begrundelse: 'Hjem.' }),
      // What it begins with, as its text has it.
      'hjemgivelse-afgoerelse': ({ enkeltsagId, tekst }, { planId }) =>
        tekst.startsWith('Indhent stedets udtalelse')
          ? [`/anbringelser/${enkeltsagId}/hjemgivelsesudtalelser`, { dato: IDAG, udtalelse: 'Har brug for tid.' }]
          : [
              `/anbringelser/${enkeltsagId}/hjemgivelsesafgoerelse`,
              {
                ...HJEMGIVELSE,
                afgoerelseDato: IDAG,
                periodeSlut: '2025-02-20',
                planId,
                boernesamtale: { dato: IDAG },
              },
            ],
      'ungestoette-afgoerelse': ({ enkeltsagId }, { planId }) => [
        `/anbringelser/${enkeltsagId}/ungestoette`,
        { ...UNGESTOETTE, afgoerelseDato: IDAG, planId, boernesamtale: { dato: IDAG } },
      ],
      'ungestoette-overgang': ({ enkeltsagId }, { udfald }) =>
        udfald === 'doegnophold'
          ? [`/anbringelser/${enkeltsagId}/grundlag`, { grundlag: 'ungestoette', dato: IDAG }]
          : [`/anbringelser/${enkeltsagId}/ophoer`, { dato: IDAG, aarsag: 'fyldt-18', begrundelse: 'Egen bolig.' }],
    },
  };
}

const paa =
  (sti: string, krop: object): Emne['kommandoer'][string] =>
  ({ enkeltsagId }) => [`/anbringelser/${enkeltsagId}/${sti}`, krop];
