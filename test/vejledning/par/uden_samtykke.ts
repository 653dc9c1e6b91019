import { type Forloeb } from '../../rejser/forloeb.js';
import { type Emne, familie, IDAG, type Situation } from './begreber.js';
import { udvalgetAfgoer } from './udvalgets_afgoerelse.js';

/** An investigation without consent: two months from the committee's decision, and a stay only so long (BL § 23). */
export function undersoegelserUdenSamtykke(f: () => Forloeb): Emne {
  const afgjort = async (dato: string): Promise<Situation> => {
    const s = await familie(f(), '2018-05-01');
    const bfuId = await f().bfu(s.sagId, '2024-08-26');
    const kode = 'undersoegelse-uden-samtykke';
    return { ...s, bfuId, ...(await udvalgetAfgoer(f(), { ...s, bfuId }, { kode, dato })) };
  };
  const igang = async (dato: string, ophold?: string): Promise<Situation> => {
    const s = await afgjort(dato);
    const sti = `/undersoegelser/${s['bfuId'] ?? ''}/uden-samtykke`;
    await f().post('sb01', sti, { buuSagId: s['buuSagId'], form: 'ophold', begrundelse: 'Åbenbar risiko.' });
    if (ophold !== undefined) await f().post('sb01', `${sti}/ophold`, { dato: ophold });
    return { ...s, ophold: ophold === undefined ? 'nej' : 'ja' };
  };
  // A stay that runs ends first, as the step says.
  const slut: Emne['kommandoer'][string] = ({ enkeltsagId, tekst }) =>
    tekst.startsWith('Lad opholdet ophøre')
      ? [`/undersoegelser/${enkeltsagId}/uden-samtykke/ophold/ophoer`, { dato: IDAG }]
      : [`/undersoegelser/${enkeltsagId}/uden-samtykke/afslutning`, { dato: IDAG, resultat: 'Faste voksne.' }];
  return {
    navn: 'undersøgelsen uden samtykke',
    hoejst: 4,
    situationer: {
      'udvalget har afgjort, at barnet undersøges': () => afgjort('2024-12-02'),
      '… og Ankestyrelsen har ændret det': async () => {
        const s = await afgjort('2024-10-28');
        const klage = { klagerId: s['morId'], modtaget: '2024-10-29', indhold: 'Uenig.' };
        const { klageId = '' } = await f().post('sb01', `/afgoerelser/${s['udvalgsId'] ?? ''}/klager`, klage);
        await f().post('sb01', `/klager/${klageId}/oversendelse`, { sendt: '2024-10-30' });
        const anke = { dato: '2024-12-02', udfald: 'aendret', begrundelse: 'Ambulant.' };
        await f().post('sb01', `/klager/${klageId}/ankestyrelsen`, anke);
        return s;
      },
      '… og undersøgelsen er begyndt': () => igang('2024-12-02'),
      '… og barnet er på ophold': () => igang('2024-12-02', '2024-12-03'),
      'de to måneder er gået, mens barnet er på ophold': () => igang('2024-09-02', '2024-09-10'),
      '… uden at opholdet er begyndt': () => igang('2024-09-02'),
    },
    kommandoer: {
      'bfu-uden-samtykke-ophold': ({ enkeltsagId }) => [
        `/buu-sager/${enkeltsagId}/undersoegelse-gennemfoert`,
        { dato: IDAG, naesteSkridt: 'Støtte.' },
      ],
      'bfu-uden-samtykke': slut,
      'undersoegelse-uden-samtykke': slut,
      'undersoegelsesophold-begynd': ({ enkeltsagId }) => [
        `/undersoegelser/${enkeltsagId}/uden-samtykke/ophold`,
        { dato: IDAG },
      ],
      'undersoegelsesophold-ophoer': ({ enkeltsagId }) => [
        `/undersoegelser/${enkeltsagId}/uden-samtykke/ophold/ophoer`,
        { dato: IDAG },
      ],
    },
  };
}
