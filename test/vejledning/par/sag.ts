import { type Forloeb } from '../../rejser/forloeb.js';
import { type Emne, IDAG, sagen, type Situation } from './begreber.js';
import { BFU } from './plan.js';

/** The case itself: who has it, whether it may be closed, and whether the child can be looked into. */
export function sager(f: () => Forloeb): Emne {
  const ny = async (): Promise<Situation> => sagen(f());
  async function tosager(medUnderretning: boolean): Promise<Situation> {
    const { sagId, barnId = '' } = await ny();
    const anden = await f().post('tl01', '/sager', {
      ...{ barnId, omraade: 'handicap', grund: 'ansoegning', oprettet: '2024-01-05' },
    });
    expect(anden['sagId']).not.toBe(sagId);
    if (medUnderretning) await f().underret('', '2024-12-19T10:00:00+01:00', { barn: { barnId } });
    return { sagId: anden['sagId'] ?? '' };
  }
  const overdraget = async (): Promise<Situation> => {
    const s = await ny();
    const { overdragelseId = '' } = await f().post('sb01', `/sager/${s.sagId}/overdragelser`, {
      ...{ til: 'sb02', notat: 'Læs planen.', foreslaaet: '2024-12-10' },
    });
    return { ...s, overdragelseId };
  };
  return {
    navn: 'sagen',
    kunBarnetsLov: ['sagen er screenet til, at intet behøves'],
    situationer: {
      'åben sag uden plan': ny,
      'ingen har sagen': async () => {
        const { sagId = '' } = await f().post('tl01', '/sager', {
          ...{ barn: { navn: 'Par Testesen' }, omraade: 'social', grund: 'ansoegning', oprettet: '2024-01-05' },
        });
        return { sagId };
      },
      'sagen er foreslået overdraget': overdraget,
      'sagen er lukket': async () => {
        const s = await ny();
        await f().post('tl01', `/sager/${s.sagId}/lukning`, { lukket: '2024-12-19', begrundelse: 'Slut.' });
        return s;
      },
      'sagen er screenet til, at intet behøves': async () => {
        const s = await ny();
        const screening = { dato: '2024-03-04', udfald: 'ingen-afdaekning', begrundelse: 'Klarer sig.' };
        await f().post('sb01', `/sager/${s.sagId}/screeninger`, screening);
        return s;
      },
      'sagsbehandleren er fratrådt': async () => {
        const { sagId = '' } = await f().post('tl01', '/sager', {
          ...{ barn: { navn: 'Par Testesen' }, omraade: 'social', grund: 'ansoegning', oprettet: '2024-01-05' },
        });
        const sagsbehandler = `sb-${sagId.slice(-12)}`;
        await f().post('tl01', `/sager/${sagId}/tildeling`, { sagsbehandler, tildelt: '2024-01-05' });
        await f().post('tl01', '/fratraedelser', {
          sagsbehandler,
          sidsteDag: '2024-12-10',
          modtagere: [{ sagsbehandler: 'sb02' }],
        });
        return { sagId };
      },
      'den unge bliver 18 år i morgen': async () => sagen(f(), '2006-12-21'),
      'den unge bliver 18 år i dag': async () => sagen(f(), '2006-12-20'),
      'to sager om barnet': async () => tosager(false),
      'to sager, og en underretning i den ene er ikke vurderet': async () => tosager(true),
    },
    kommandoer: {
      'sag-lukning': (_skridt, { sagId }) => [
        `/sager/${sagId}/lukning`,
        { lukket: IDAG, begrundelse: 'Formålet er nået.' },
      ],
      'sag-genaabning': (_skridt, { sagId }) => [
        `/sager/${sagId}/genaabning`,
        { genaabnet: IDAG, begrundelse: 'Nyt.' },
      ],
      'sag-aendring': (_skridt, { sagId }) => [`/sager/${sagId}/undersoegelser`, BFU],
      'sag-tildeling': ({ enkeltsagId }) => [
        `/sager/${enkeltsagId}/tildeling`,
        { sagsbehandler: 'sb02', tildelt: IDAG },
      ],
      'sag-overdragelse': ({ enkeltsagId }, { overdragelseId = '' }) => [
        `/sager/${enkeltsagId}/overdragelser/${overdragelseId}/accept`,
        { accepteret: IDAG },
        'sb02',
      ],
      'sag-fratraedelse': ({ enkeltsagId }) => [
        `/sager/${enkeltsagId}/tildeling`,
        { sagsbehandler: 'sb02', tildelt: IDAG },
      ],
      'sag-screening': ({ enkeltsagId }) => [
        `/sager/${enkeltsagId}/screeninger`,
        { dato: IDAG, udfald: 'bfu', begrundelse: 'Nye oplysninger.' },
      ],
      'bfu-undersoegelse': (_skridt, { sagId }) => [`/sager/${sagId}/undersoegelser`, BFU],
    },
  };
}
