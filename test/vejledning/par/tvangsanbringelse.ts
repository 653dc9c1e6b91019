import { samtykkeTil } from '../../rejser/anbragt.js';
import { type Forloeb } from '../../rejser/forloeb.js';
import { type Emne, IDAG, type Situation } from './begreber.js';
import { ET_AAR, formandenAfgoer, planlagtBarn, rejs, udvalgetAfgoer } from './udvalgets_afgoerelse.js';
import { planlagt } from './visitation.js';

const KODE = 'anbringelse-uden-samtykke';
const STED = {
  ...{ grundlag: 'tvang', stedtype: 'opholdssted', sted: 'Opholdsstedet Prøven', varighedMaaneder: 24 },
  ...{ prisOere: 250_000, prisEnhed: 'doegn', omsorgssvigt: false, formaal: 'Ro.', begrundelse: 'Skade.' },
  barnetsHoldning: 'Imod.',
};
const FASTSAT = { genbehandling: 'fastsat', genbehandlesSenest: '2024-11-15', anbragtInden1Aar: false };

/** A placement on the committee's or its chairman's decision, and what holds it up (BL §§ 47, 50, 67, 100 and 143). */
export function tvangsanbringelser(f: () => Forloeb): Emne {
  const afgjort = async (afgoerelse: object = ET_AAR): Promise<Situation> => {
    const s = await planlagtBarn(f());
    return { ...s, ...(await udvalgetAfgoer(f(), s, { kode: KODE, dato: '2024-03-08', afgoerelse })) };
  };
  const besluttet = async (s: Situation, udvalg: object, dato: string): Promise<Situation> => {
    const { anbringelseId = '' } = await f().post('sb01', `/sager/${s.sagId}/anbringelser`, {
      ...{ ...STED, afgoerelseDato: dato, forventetStart: dato, stedGodkendt: dato, udvalg: { dato, ...udvalg } },
      ...{ udenUndersoegelse: 'Kan ikke vente.', boernesamtale: { dato }, planId: s['planId'] },
    });
    return { ...s, anbringelseId };
  };
  const tag = (s: Situation, sti: string, krop: object) =>
    f().post('sb01', `/anbringelser/${s['anbringelseId'] ?? ''}/${sti}`, krop);
  const igang = async (s: Situation, udvalg: object, dato: string): Promise<Situation> => {
    const anbragt = await besluttet(s, udvalg, dato);
    await tag(anbragt, 'ivaerksaettelse', { dato });
    return anbragt;
  };
  const efterUdvalget = async (afgoerelse?: object): Promise<Situation> => {
    const s = await afgjort(afgoerelse);
    return igang(s, { afgoerelseId: s['udvalgsId'] }, '2024-03-08');
  };
  const efterFormanden = async (dato: string): Promise<Situation> => {
    const s = await planlagtBarn(f());
    const formandsafgoerelseId = await formandenAfgoer(f(), s, dato);
    const anbragt = await igang(s, { formandsafgoerelseId }, dato);
    return { ...anbragt, formandsafgoerelseId };
  };
  /** Placed by another municipality more than three years ago, so it can become permanent. */
  const overtaget = async (): Promise<Situation> => {
    const { sagId = '', barnId = '' } = await f().post('tl01', '/sager', {
      ...{ barn: { navn: 'Par Testesen', foedselsdato: '2018-05-01' }, omraade: 'social', grund: 'overtaget' },
      oprettet: '2021-01-05',
    });
    const plan = await planlagt(f(), sagId, 'handleplan', undefined, '2021-03-01');
    const udvalg = { reference: '12/2021', afgoerelseKode: KODE, overtaget: 'Fra nabokommunen.' };
    return igang({ sagId, barnId, ...plan }, udvalg, '2021-03-08');
  };
  const hjemgivet = async (s: Situation, dato: string): Promise<Situation> => {
    await tag(s, 'hjemgivelsesudtalelser', { dato, udtalelse: 'Kan godt.' });
    const { planId } = await planlagt(f(), s.sagId, 'barnets-plan', undefined, dato);
    await tag(s, 'hjemgivelsesafgoerelse', {
      ...{ afgoerelseDato: dato, udfald: 'hjemgives', udenPeriode: 'Er hjemme.', planId, begrundelse: 'Kan.' },
      ...{ viderestoette: 'Støtte.', barnetsHoldning: 'Ja.', boernesamtale: { dato } },
      hoeringsundtagelse: { grund: 'ubetaenkelig', begrundelse: 'Parterne har selv bedt om det.' },
    });
    await tag(s, 'hjemgivelse', { dato, begrundelse: 'Hjem.' });
    return s;
  };
  const medSamtykke = async (s: Situation, dato: string): Promise<Situation> => {
    await tag(s, 'grundlag', {
      ...{ grundlag: 'samtykke', dato, samtykker: [samtykkeTil(s['morId'] ?? '', dato)] },
      ...{ begrundelse: 'Mor er enig.', boernesamtale: { dato } },
    });
    return s;
  };
  const aendret = async (): Promise<Situation> => {
    const s = await afgjort();
    const a = `/afgoerelser/${s['udvalgsId'] ?? ''}`;
    const klage = { klagerId: s['morId'], modtaget: '2024-03-12', indhold: 'Uenig.' };
    const { klageId = '' } = await f().post('sb01', `${a}/klager`, klage);
    await f().post('sb01', `/klager/${klageId}/oversendelse`, { sendt: '2024-03-13' });
    const anke = { dato: '2024-06-03', udfald: 'aendret', begrundelse: 'Kortere.' };
    await f().post('sb01', `/klager/${klageId}/ankestyrelsen`, anke);
    return s;
  };
  return {
    navn: 'anbringelsen uden samtykke',
    hoejst: 2,
    ogsaa: ['anbringelse-ivaerksaettelse'],
    situationer: {
      'udvalget har afgjort, at barnet anbringes, og genbehandlingsfristen er udløbet før det': async () => {
        const s = await afgjort({ ...ET_AAR, genbehandling: FASTSAT });
        return { ...(await besluttet(s, { afgoerelseId: s['udvalgsId'] }, '2024-03-08')), ivaerksat: 'nej' };
      },
      '… og efter at barnet er anbragt': () => efterUdvalget({ ...ET_AAR, genbehandling: FASTSAT }),
      'udvalget har afgjort, at barnet anbringes': () => afgjort(),
      '… og Ankestyrelsen har ændret det': aendret,
      'barnet er hjemgivet efter udvalgets anbringelse': async () => hjemgivet(await efterUdvalget(), '2024-11-20'),
      'barnet er anbragt af en anden kommune for mere end tre år siden': overtaget,
      'barnet er anbragt på formandens afgørelse': () => efterFormanden('2024-12-18'),
      '… og udvalget har selv afgjort det': async () => {
        const s = await efterFormanden('2024-12-16');
        return { ...s, ...(await udvalgetAfgoer(f(), s, { kode: KODE, dato: '2024-12-19', afgoerelse: ET_AAR })) };
      },
      '… men den er bortfaldet': () => efterFormanden('2024-12-02'),
      'barnet er hjemgivet, mens formandens afgørelse gælder': async () =>
        hjemgivet(await efterFormanden('2024-12-16'), '2024-12-18'),
      '… og efter at den er bortfaldet': async () => hjemgivet(await efterFormanden('2024-12-02'), '2024-12-08'),
      'anbringelsen på formandens afgørelse fortsætter med samtykke': async () =>
        medSamtykke(await efterFormanden('2024-12-16'), '2024-12-18'),
    },
    kommandoer: {
      // Said of the committee's own case, and of a complaint that made its decision another.
      genbehandling: ({ art, enkeltsagId }, s) =>
        art === 'kan'
          ? rejs('opretholdelse', s, { genbehandlerId: enkeltsagId })
          : [
              `/buu-sager/${s['buuSagId'] ?? ''}/genbehandlingsfrist`,
              { ...ET_AAR.genbehandling, dato: '2024-06-03', grundlag: 'ankestyrelsen' },
            ],
      'anbringelse-uden-grundlag': ({ enkeltsagId }, s) =>
        s['ivaerksat'] === 'nej'
          ? [
              `/anbringelser/${enkeltsagId}/ophoer`,
              { dato: IDAG, aarsag: 'ikke-ivaerksat', begrundelse: 'Fristen er udløbet.' },
            ]
          : rejs(KODE, s),
      'hjemgivelse-orientering-buu': ({ enkeltsagId }) => [
        `/anbringelser/${enkeltsagId}/udvalgsorientering`,
        { dato: IDAG },
      ],
      'anbringelse-overtaget-afgoerelse': (_skridt, s) =>
        rejs('opretholdelse', s, { overtagetGrundlagTil: '2025-03-08' }),
      'permanent-anbringelse': (_skridt, s) => rejs('permanent-anbringelse', s),
      // First the case, and when it is decided the basis.
      'anbringelse-endelig-afgoerelse': ({ enkeltsagId }, s) =>
        s['udvalgsId'] === undefined
          ? rejs(KODE, s, { formandsafgoerelseId: s['formandsafgoerelseId'] })
          : [
              `/anbringelser/${enkeltsagId}/grundlag`,
              { grundlag: 'tvang', dato: IDAG, udvalg: { afgoerelseId: s['udvalgsId'], dato: '2024-12-19' } },
            ],
    },
  };
}
