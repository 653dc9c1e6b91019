import { type Forloeb } from '../../rejser/forloeb.js';
import { type Emne, familie, IDAG, kl, sagen, type Situation } from './begreber.js';

const MAAL = { tema: 'skoleforhold', maal: 'Møder til tiden.' };
const OPFOELGNING = {
  ...{ dato: '2024-05-01', udfald: 'uaendret', naesteDato: '2024-10-01', rytmebegrundelse: 'Skoleskift.' },
  ...{ vurdering: 'Virker.', barnetsHoldning: 'Glad.' },
};
const maalet = (maalId: string) => ({ maalstatus: [{ maalId, status: 'i-gang' }] });
// The rule asks for the age on the day of the decision, and the guidance speaks of today.
export const BFU = {
  opmaerksomDato: '2024-12-01',
  afgoerelseDato: IDAG,
  begrundelse: 'Behov for særlig støtte.',
  grunde: ['alvorlig-eller-kompleks'],
};

/** A case and its plan: drafts, the plan in force, and what its follow-up asked for. */
export function planer(f: () => Forloeb): Emne {
  async function plan(
    sagId: string,
    maal: object | null,
    mere: object = {},
  ): Promise<{ planId: string; maalId: string }> {
    const { planId = '' } = await f().post('sb01', `/sager/${sagId}/planer`, {
      ...{ plantype: 'barnets-plan', oprettet: '2024-02-01', formaal: 'En stabil hverdag.' },
      ...mere,
    });
    if (maal === null) return { planId, maalId: '' };
    const { maalId = '' } = await f().post('sb01', `/planer/${planId}/maal`, { ...maal, dato: '2024-02-01' });
    return { planId, maalId };
  }
  async function planen(sagId: string, opfoelgning?: object): Promise<{ gaeldende: string; maalId: string }> {
    const { planId, maalId } = await plan(sagId, MAAL);
    await f().post('tl01', `/planer/${planId}/godkendelse`, { dato: '2024-02-05', inddragelse: 'På mødet.' });
    if (opfoelgning !== undefined)
      await f().post('sb01', `/planer/${planId}/opfoelgninger`, { ...OPFOELGNING, ...maalet(maalId), ...opfoelgning });
    return { gaeldende: planId, maalId };
  }
  const ny = async (): Promise<Situation> => sagen(f());
  return {
    navn: 'planen',
    ogsaa: ['bfu-foraeldresamtale'],
    kunBarnetsLov: ['en handleplan, der ikke nåede at blive godkendt før 2024'],
    situationer: {
      'åben sag med en kladde uden mål': async () => {
        const s = await ny();
        await plan(s.sagId, null);
        return s;
      },
      'åben sag med en kladde med mål': async () => {
        const s = await ny();
        await plan(s.sagId, MAAL);
        return s;
      },
      '… og tegn på æresrelateret konflikt, som ingen har vurderet': async () => {
        const s = await familie(f());
        await f().bfu(s.sagId, '2024-12-01');
        await plan(s.sagId, MAAL);
        await f().underret('', kl('10:00', '2024-12-10'), { barn: { barnId: s.barnId }, aeresrelateret: true });
        return s;
      },
      'en ungeplan uden mål for voksenlivet': async () => {
        const s = await sagen(f(), '2008-01-10');
        await plan(s.sagId, MAAL, { plantype: 'ungeplan' });
        return s;
      },
      'en handleplan, der ikke nåede at blive godkendt før 2024': async () => {
        const { sagId = '', barnId = '' } = await f().post('tl01', '/sager', {
          ...{ barn: { navn: 'Par Testesen', foedselsdato: '2014-05-01' }, omraade: 'social', grund: 'ansoegning' },
          oprettet: '2023-01-05',
        });
        await plan(sagId, null, { plantype: 'handleplan', oprettet: '2023-12-01' });
        return { sagId, barnId };
      },
      'planen er i høring': async () => {
        const s = await ny();
        const { planId } = await plan(s.sagId, MAAL);
        await f().post('sb01', `/planer/${planId}/hoering`, { dato: '2024-12-10', svarfrist: '2025-01-10' });
        return s;
      },
      'lukket sag med kladde og gældende plan': async () => {
        const s = await ny();
        const situation = { ...s, ...(await planen(s.sagId)) };
        await plan(s.sagId, null);
        await f().post('tl01', `/sager/${s.sagId}/lukning`, { lukket: '2024-12-19', begrundelse: 'Slut.' });
        return situation;
      },
      'opfølgningen sagde, at planen skal revideres': async () => {
        const s = await ny();
        return { ...s, ...(await planen(s.sagId, { planvurdering: 'revideres' })) };
      },
      '… og revisionen er begyndt': async () => {
        const s = await ny();
        const gjaldt = await planen(s.sagId, { planvurdering: 'revideres' });
        await f().post('sb01', `/planer/${gjaldt.gaeldende}/revision`, { dato: '2024-05-10' });
        return { ...s, ...gjaldt };
      },
      'opfølgningen viste behov for en undersøgelse': async () => {
        const s = await ny();
        return { ...s, ...(await planen(s.sagId, { undersoegelsesbehov: 'bfu' })) };
      },
      '… og undersøgelsen er i gang': async () => {
        const s = await ny();
        const gjaldt = await planen(s.sagId, { undersoegelsesbehov: 'bfu' });
        await f().post('sb01', `/sager/${s.sagId}/undersoegelser`, BFU);
        return { ...s, ...gjaldt };
      },
    },
    kommandoer: {
      'ny-undersoegelse': (_skridt, { sagId }) => [`/sager/${sagId}/undersoegelser`, BFU],
      'plan-maal': ({ enkeltsagId }) => [`/planer/${enkeltsagId}/maal`, { ...MAAL, dato: IDAG }],
      'plan-voksenlivsmaal': ({ enkeltsagId }) => [
        `/planer/${enkeltsagId}/maal`,
        { ...MAAL, voksenliv: 'bolig', dato: IDAG },
      ],
      'plan-hoering': ({ enkeltsagId }) => [`/planer/${enkeltsagId}/hoering`, { dato: IDAG, svarfrist: '2025-01-10' }],
      'plan-hoering-svar': ({ enkeltsagId }) => [
        `/planer/${enkeltsagId}/godkendelse`,
        { dato: IDAG, inddragelse: 'Ja.' },
      ],
      'plan-godkendelse': ({ enkeltsagId }) => [
        `/planer/${enkeltsagId}/godkendelse`,
        { dato: IDAG, inddragelse: 'På mødet.' },
      ],
      'plan-type': ({ enkeltsagId }) => [`/planer/${enkeltsagId}/afslutning`, { dato: IDAG, begrundelse: 'Ny lov.' }],
      'plan-aendring': ({ enkeltsagId }) => [`/planer/${enkeltsagId}/maal`, { ...MAAL, dato: IDAG }],
      'plan-revision': ({ enkeltsagId }) => [`/planer/${enkeltsagId}/revision`, { dato: IDAG }],
      'plan-opfoelgning': ({ enkeltsagId }, { maalId = '' }) => [
        `/planer/${enkeltsagId}/opfoelgninger`,
        { ...OPFOELGNING, ...maalet(maalId), dato: IDAG, naesteDato: '2025-03-01' },
      ],
    },
  };
}
