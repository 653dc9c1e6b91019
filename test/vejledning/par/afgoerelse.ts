import { type Forloeb } from '../../rejser/forloeb.js';
import { type Emne, familie, IDAG, type Sagt, type Situation } from './begreber.js';

const AFGOERELSE = { afgoerelseKode: 'oekonomisk-stoette', begrundelse: 'Behov.' };
const BREV = { sendt: '2024-12-02', svarfrist: '2024-12-12', maade: 'digital post' };
const HOERING = { afgoerelseKode: 'stoettende-indsats', dato: '2024-12-02', oplysninger: 'Skolens udtalelse.' };
const TIDLIGST = '2024-12-05';

/** Hearing the parties, the decision, telling of it, and the complaint (forvaltningsloven §§ 19-25, retssikkerhedsloven § 66). */
export function afgoerelser(f: () => Forloeb): Emne {
  const hoering = async (...skridt: readonly ('brev' | 'svar')[]): Promise<Situation> => {
    const s = await familie(f());
    const { partshoeringId = '' } = await f().post('sb01', `/sager/${s.sagId}/partshoeringer`, HOERING);
    const p = `/partshoeringer/${partshoeringId}`;
    const { parter } = (await f().get('sb01', p)).body as { readonly parter: readonly { readonly personId: string }[] };
    for (const { personId } of skridt.includes('brev') ? parter : []) {
      const svarfrist = skridt.includes('svar') ? BREV.svarfrist : '2025-01-10';
      await f().post('sb01', `${p}/breve`, { ...BREV, svarfrist, personId });
      if (skridt.includes('svar'))
        await f().post('sb01', `${p}/svar`, { personId, modtaget: '2024-12-09', svar: 'Enig.' });
    }
    return { ...s, partshoeringId };
  };
  const afgjort = async (): Promise<Situation> => {
    const s = await familie(f());
    return { ...s, afgoerelseId: await afgoer(s) };
  };
  const afgoer = async ({ sagId }: { sagId: string }, mere: object = {}): Promise<string> => {
    const krop = { ...AFGOERELSE, dato: '2024-12-02', boernesamtale: { dato: '2024-12-02' }, ...mere };
    return (await f().post('sb01', `/sager/${sagId}/afgoerelser`, krop))['afgoerelseId'] ?? '';
  };
  const klage = async (): Promise<Situation> => {
    const s = await afgjort();
    const { morId: personId = '', afgoerelseId = '' } = s;
    const a = `/afgoerelser/${afgoerelseId}`;
    await f().post('sb01', `${a}/meddelelser`, {
      personId,
      sendt: '2024-12-03',
      maade: 'overrakt',
      klagevejledning: true,
    });
    const { klageId = '' } = await f().post('sb01', `${a}/klager`, {
      klagerId: personId,
      modtaget: TIDLIGST,
      indhold: 'Uenig.',
    });
    return { ...s, klageId };
  };
  const erstatning = (s: Situation, dato: string) =>
    afgoer(s, { erstatterId: s['afgoerelseId'], dato, boernesamtale: { dato } });
  const genvurderet = async (udfald: string): Promise<Situation> => {
    const s = await klage();
    const ny = udfald === 'fastholdt' ? {} : { nyAfgoerelseId: await erstatning(s, '2024-12-06') };
    const krop = { dato: '2024-12-06', udfald, begrundelse: 'Vurderet igen.', ...ny };
    await f().post('sb01', `/klager/${s['klageId'] ?? ''}/genvurdering`, krop);
    return s;
  };
  const oversendt = async (): Promise<Situation> => {
    const s = await genvurderet('fastholdt');
    await f().post('sb01', `/klager/${s['klageId'] ?? ''}/oversendelse`, { sendt: '2024-12-09' });
    return s;
  };
  const ankestyrelsen = async (udfald: string): Promise<Situation> => {
    const s = await oversendt();
    await f().post('sb01', `/klager/${s['klageId'] ?? ''}/ankestyrelsen`, {
      dato: '2024-12-12',
      udfald,
      begrundelse: 'Sådan.',
    });
    return { ...s, nyAfgoerelseId: await erstatning(s, '2024-12-16') };
  };
  return {
    navn: 'afgørelsen',
    situationer: {
      'en partshøring er begyndt': () => hoering(),
      '… brevet er sendt': () => hoering('brev'),
      '… og besvaret': () => hoering('brev', 'svar'),
      'en afgørelse er truffet': afgjort,
      'der er klaget over den': klage,
      '… og klageren har fået delvist medhold': () => genvurderet('aendret-delvist'),
      '… og afgørelsen er fastholdt': () => genvurderet('fastholdt'),
      '… og klagen er sendt til Ankestyrelsen': oversendt,
      'Ankestyrelsen har hjemvist sagen': () => ankestyrelsen('hjemvist'),
      'Ankestyrelsen har ændret afgørelsen': () => ankestyrelsen('aendret'),
    },
    kommandoer: {
      partshoeringsbrev: (skridt) => [
        `/partshoeringer/${skridt.enkeltsagId}/breve`,
        { ...BREV, sendt: IDAG, svarfrist: '2025-01-10', personId: person(skridt) },
      ],
      'partshoering-afslutning': ({ enkeltsagId }) => [`/partshoeringer/${enkeltsagId}/afslutning`, { dato: IDAG }],
      'afgoerelse-foer-hoering': ({ enkeltsagId }, { sagId }) => [
        `/sager/${sagId}/afgoerelser`,
        {
          ...{ afgoerelseKode: HOERING.afgoerelseKode, dato: IDAG, begrundelse: 'Behov.' },
          ...{ boernesamtale: { dato: IDAG }, partshoeringIder: [enkeltsagId] },
        },
      ],
      'afgoerelse-meddelelse': (skridt) => [
        `/afgoerelser/${skridt.enkeltsagId}/meddelelser`,
        { personId: person(skridt), sendt: IDAG, maade: 'overrakt', klagevejledning: true },
      ],
      remonstration: paaKlage('genvurdering', { dato: IDAG, udfald: 'fastholdt', begrundelse: 'Vurderet igen.' }),
      'klage-fastholdt': paaKlage('fastholdelse', { dato: IDAG }),
      'klage-oversendelse': paaKlage('oversendelse', { sendt: IDAG }),
      'klage-anke': paaKlage('ankestyrelsen', { dato: IDAG, udfald: 'stadfaestet', begrundelse: 'Sådan.' }),
      'klage-hjemvist': gennemfoer,
      'klage-aendret': gennemfoer,
    },
  };
}

const paaKlage =
  (sti: string, krop: object): Emne['kommandoer'][string] =>
  ({ enkeltsagId }) => [`/klager/${enkeltsagId}/${sti}`, krop];

const gennemfoer: Emne['kommandoer'][string] = ({ enkeltsagId }, { nyAfgoerelseId }) => [
  `/klager/${enkeltsagId}/gennemfoerelse`,
  { dato: IDAG, beskrivelse: 'Behandlet igen.', nyAfgoerelseId },
];

/** The step names the party. */
export function person({ tekst }: Sagt): string {
  return /\(([0-9a-f-]{36})\)/.exec(tekst)?.[1] ?? '';
}
