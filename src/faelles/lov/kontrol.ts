import { findesDato } from '../kalender.js';
import { overlapper, type Gyldighed } from '../periode.js';
import { kontrollerDaekning } from './daekning.js';
import { type Kodepost, type Listenavn } from './kodelister.js';
import { type Fejl } from './lovpakkefejl.js';
import { REGELKRAV } from './produktets_regler.js';
import { type Regel, type Regelfil } from './regel.js';

export interface Indlaest {
  readonly filer: ReadonlyMap<string, Regelfil>;
  readonly lister: { readonly [L in Listenavn]: readonly Kodepost<L>[] };
}

/** What a schema cannot say: rules and lists must agree with themselves and each other. */
export function kontroller(pakke: Indlaest, fejl: Fejl[]): void {
  const alle: { fil: string; regel: Regelfil['regler'][number] }[] = [];
  for (const [fil, indhold] of pakke.filer) {
    kontrollerPeriode(indhold, (aarsag) => void fejl.push({ fil, aarsag }));
    for (const regel of indhold.regler) {
      kontrollerRegel(fil, indhold, regel, fejl);
      const anden = alle.find((a) => a.regel.id === regel.id && overlapper(a.regel, regel));
      if (anden !== undefined)
        fejl.push({
          fil,
          regel: regel.id,
          aarsag: `two versions in force at the same time, the other is in ${anden.fil}`,
        });
      alle.push({ fil, regel });
    }
  }
  for (const { fil, regel } of alle) kontrollerHoejstSom(fil, regel, alle, fejl);
  kontrollerRegimer(pakke.filer, fejl);
  kontrollerLister(pakke.lister, fejl);
  // Days can only be counted between dates that exist.
  if ([...pakke.filer.values()].every((f) => [f, ...f.regler].every(datoerFindes)))
    kontrollerDaekning(pakke.filer, fejl);
}

function kontrollerRegel(fil: string, pakke: Regelfil, regel: Regelfil['regler'][number], fejl: Fejl[]): void {
  const meld = (aarsag: string): void => void fejl.push({ fil, regel: regel.id, aarsag });
  kontrollerPeriode(regel, meld);
  if (
    regel.gyldigFra < pakke.gyldigFra ||
    (pakke.gyldigTil !== undefined && (regel.gyldigTil === undefined || regel.gyldigTil > pakke.gyldigTil))
  ) {
    meld('valid outside the period of its pack');
  }
  if (regel.tillid === 'H' && regel.aktiv) meld('confidence H must be shipped inactive');
  if (regel.tillid !== 'H' && !regel.aktiv && !venterPaaKommunen(regel))
    meld('confidence V and S must be on; only a level that waits for the municipality may be off');
  const harMaengde = regel.maengde !== undefined;
  const beregning: readonly (keyof Regel)[] = ['enhed', 'taelHaendelsesdag', 'retning', 'forlaengVedLukkedag'];
  for (const felt of beregning) {
    if (harMaengde !== (regel[felt as keyof typeof regel] !== undefined))
      meld(`maengde and ${felt} must be given together`);
  }
  if (harMaengde && regel.datofelt !== undefined) meld('either maengde or datofelt, not both');
  const harDato = harMaengde || regel.datofelt !== undefined || regel.hyppighed !== undefined;
  if (harDato !== (regel.art === 'frist')) meld('a rule is a frist exactly when it has maengde, datofelt or hyppighed');
  if ((regel.enhed === 'TIME') !== (regel.ur === 'klokkeslaet')) meld('TIME belongs to the clock (klokkeslaet)');
  if ((regel.enhed === 'HVERDAG' || regel.enhed === 'ARBEJDSDAG') !== (regel.ur === 'arbejdsdag'))
    meld('HVERDAG and ARBEJDSDAG belong to ur arbejdsdag');
  if (regel.datofelt !== undefined && regel.udloeser === null) meld('datofelt needs a trigger to read it from');
  if (regel.udloeser === null && regel.betingelser.length > 0) meld('conditions need a trigger');
  if (!harMaengde && regel.ankeralder !== undefined) meld('ankeralder needs maengde');
  if (!harMaengde && regel.tidligst === true) meld('tidligst needs maengde');
  if (regel.inden === true && (!harMaengde || regel.ur !== 'kalender' || regel.udloeser !== null))
    meld('inden is a boundary counted in days that no event starts: the deadline view shows the last day in time');
  // A level without a bound could be thirty years. One that is another rule's is bounded there.
  if (
    regel.lokal &&
    regel.niveauFra === undefined &&
    regel.udloeser !== null &&
    regel.datofelt === undefined &&
    regel.hoejstSom === undefined
  )
    meld('a level that the municipality may set must name in hoejstSom the rules it may not be longer than');
  if (regel.ankeralder !== undefined && regel.ur === 'klokkeslaet') meld('ankeralder counts in days, not by the clock');
  if (regel.fremrykkesVed?.some((f) => f.haendelse === regel.udloeser?.haendelse && f.dato === regel.udloeser.dato))
    meld('fremrykkesVed names the day that the rule runs from, and would always give that day');
  const koder = (regel.varianter ?? []).map((v) => v.kode);
  if (new Set(koder).size !== koder.length) meld('two varianter have the same kode');
}

/** A level that the municipality may set, where the product knows the rule as such. */
function venterPaaKommunen(regel: Regelfil['regler'][number]): boolean {
  const krav = REGELKRAV.get(regel.id);
  return regel.lokal && regel.datofelt === undefined && (krav === undefined || krav.lokal === true);
}

// A bound that cannot be looked up would let a municipality promise more time than the law gives.
function kontrollerHoejstSom(
  fil: string,
  regel: Regelfil['regler'][number],
  alle: readonly { readonly regel: Regelfil['regler'][number] }[],
  fejl: Fejl[],
): void {
  const meld = (aarsag: string): void => void fejl.push({ fil, regel: regel.id, aarsag });
  if (regel.niveauFra !== undefined && !alle.some((a) => a.regel.id === regel.niveauFra && a.regel.lokal))
    meld(`niveauFra names ${regel.niveauFra}, which is no local rule`);
  // Or a circle of rules would take their level from each other, and the municipality could set none of them.
  if (alle.some((a) => a.regel.id === regel.niveauFra && a.regel.niveauFra !== undefined))
    meld(`niveauFra names ${String(regel.niveauFra)}, which takes its level from another rule`);
  if (regel.ikkeKortere === true && (!regel.lokal || regel.maengde === undefined))
    meld('ikkeKortere is for local rules with an amount of their own');
  if (regel.hoejstSom === undefined) return;
  if (!regel.lokal) meld('hoejstSom is for local rules');
  for (const id of regel.hoejstSom) {
    if (!alle.some((a) => a.regel.id === id && a.regel.maengde !== undefined && !a.regel.lokal))
      meld(`hoejstSom names ${id}, which is no rule of law with an amount`);
  }
}

const findesIkke = ({ gyldigFra, gyldigTil }: Gyldighed): readonly string[] =>
  [gyldigFra, gyldigTil].filter((dato) => dato !== undefined).filter((dato) => !findesDato(dato));
const datoerFindes = (periode: Gyldighed): boolean => findesIkke(periode).length === 0;

function kontrollerPeriode(periode: Gyldighed, meld: (aarsag: string) => void): void {
  for (const dato of findesIkke(periode)) meld(`the date ${dato} does not exist`);
  if (periode.gyldigTil !== undefined && periode.gyldigTil < periode.gyldigFra) meld('gyldigTil is before gyldigFra');
}

// Every date belongs to exactly one regime: no overlap, no gap, the last one open.
function kontrollerRegimer(filer: ReadonlyMap<string, Regelfil>, fejl: Fejl[]): void {
  const ordnet = [...filer]
    .filter(([, f]) => f.regime !== 'begge')
    .sort(([, a], [, b]) => (a.gyldigFra < b.gyldigFra ? -1 : 1));
  for (const [i, [fil, indhold]] of ordnet.entries()) {
    const naeste = ordnet[i + 1]?.[1].gyldigFra;
    const dagenEfter =
      indhold.gyldigTil === undefined
        ? undefined
        : new Date(Date.parse(indhold.gyldigTil) + 86_400_000).toISOString().slice(0, 10);
    if (naeste !== dagenEfter)
      fejl.push({ fil, aarsag: 'the regimes must follow each other day by day, and only the last be open' });
  }
}

function kontrollerLister(lister: Indlaest['lister'], fejl: Fejl[]): void {
  for (const [navn, koder] of Object.entries(lister)) {
    const fil = `kodelister/${navn}.json`;
    const foer = new Map<string, Gyldighed[]>();
    for (const post of koder) {
      const meld = (aarsag: string): void => void fejl.push({ fil, regel: post.kode, aarsag });
      kontrollerPeriode(post, meld);
      for (const region of 'regioner' in post ? post.regioner : []) kontrollerPeriode(region, meld);
      const noegle = 'gruppe' in post ? `${post.kode}/${post.maalgruppe}` : post.kode;
      const samme = foer.get(noegle) ?? [];
      if (samme.some((anden) => overlapper(anden, post))) meld('the code is defined twice for the same date');
      foer.set(noegle, [...samme, post]);
    }
  }
  for (const post of lister['foranstaltninger-pgf']) {
    if (post.kode === '000')
      fejl.push({
        fil: 'kodelister/foranstaltninger-pgf.json',
        regel: post.kode,
        aarsag: '000 is a placeholder, not a code',
      });
  }
  kontrollerIndsatser(lister, fejl);
  const afgoerelser = new Set(lister.afgoerelser.map((a) => a.kode));
  for (const undtagelse of lister.samtykkeundtagelser) {
    for (const kode of undtagelse.gaelderFor) {
      if (!afgoerelser.has(kode))
        fejl.push({
          fil: 'kodelister/samtykkeundtagelser.json',
          regel: undtagelse.kode,
          aarsag: `unknown afgoerelse ${kode}`,
        });
    }
  }
  const domaener = new Set(lister.domaener.map((d) => d.kode));
  const temaer = new Set(lister.temaer.map((t) => t.kode));
  for (const dimension of lister.dimensioner) {
    const meld = (aarsag: string): void =>
      void fejl.push({ fil: 'kodelister/dimensioner.json', regel: dimension.kode, aarsag });
    if (!domaener.has(dimension.domaene)) meld(`unknown domaene ${dimension.domaene}`);
    if (!temaer.has(dimension.tema)) meld(`unknown tema ${dimension.tema}`);
  }
  for (const tema of lister.temaer) {
    for (const d of tema.domaener) {
      if (!domaener.has(d))
        fejl.push({ fil: 'kodelister/temaer.json', regel: tema.kode, aarsag: `unknown domaene ${d}` });
    }
  }
}

// A measure that cannot be reported on the day it starts is found here, not by Danmarks Statistik.
function kontrollerIndsatser(lister: Indlaest['lister'], fejl: Fejl[]): void {
  for (const post of lister.indsatskatalog) {
    if (post.pgfKode === null) continue;
    const meld = (aarsag: string): void =>
      void fejl.push({ fil: 'kodelister/indsatskatalog.json', regel: post.kode, aarsag });
    const koder = lister['foranstaltninger-pgf'].filter((k) => k.kode === post.pgfKode && k.kategori === 'stoette');
    const dage = [post.gyldigFra, ...(post.gyldigTil === undefined ? [] : [post.gyldigTil])];
    for (const dag of dage) {
      if (!koder.some((k) => overlapper(k, { gyldigFra: dag, gyldigTil: dag })))
        meld(`PGF code ${post.pgfKode} is not valid on ${dag}`);
    }
    if (post.gyldigTil === undefined && !koder.some((k) => k.gyldigTil === undefined))
      meld(`PGF code ${post.pgfKode} ends before the measure`);
  }
}
