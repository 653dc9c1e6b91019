import { plusDage } from '../../faelles/kalender.js';
import { lokalDato } from '../../faelles/lokal_dato.js';
import { type Beregnbarregel } from '../../faelles/lov/fristregler.js';
import { type Row } from '../../platform/projection/projection.js';
import {
  aabn,
  afReglen,
  beregn,
  type Beregnet,
  beregnUdgaver,
  datoen,
  egenFremrykning,
  IKKE_BORTFALDET,
  noterBeregning,
  noterSlutrettelse,
  type Omstaendigheder,
  type Udgaver,
} from './fristraekker.js';
import { fremrykninger, fremrykTil, muligUdgave } from './fristskridt.js';
import { type Data, noegler, tekst, tidspunkt } from './haendelsesfelter.js';

/** The facts of the corrected event as they are now, and as they were said before (`foer` holds what differs). */
function sagtFoer(efter: Data): Data {
  return { ...efter, ...(efter['foer'] as Data | undefined) };
}

/**
 * A corrected fact moves the deadline it started, gives it a date or takes it away; what met it still does. Which rows are
 * meant is told by the event that opened them and its date, not by what would be reckoned of it today: the municipality's
 * levels may have changed since.
 */
export function ret(udgaver: Udgaver, rettet: string, om: Omstaendigheder): void {
  const efter = om.event.data;
  const foer = sagtFoer(efter);
  const mulig = muligUdgave(udgaver, foer, rettet, true);
  if (mulig === undefined) {
    const ny = beregnUdgaver(udgaver, efter, om.settings, { haendelse: rettet });
    if (ny !== null) aabn(ny, efter, om, rettet);
    return;
  }
  const frist = beregnUdgaver(udgaver, efter, om.settings, { haendelse: rettet, kunNaevnte: true });
  if (!udgaver.some((regel) => erAendret(regel, foer, efter))) return;
  for (const noegle of noegler(efter, mulig.regel.udloeser.noegle)) {
    const hvilken = {
      ...{ regel: mulig.regel.id, noegle, udloest_af: rettet },
      ...(om.rettetPosition === undefined ? { start: mulig.start } : { udloest_position: om.rettetPosition }),
    };
    if (frist === null) tagVaek(hvilken, tekst(efter[mulig.regel.udloeser.dato]), om);
    else giv(hvilken, frist, om);
  }
}

function erAendret(regel: Beregnbarregel, foer: Data, efter: Data): boolean {
  const felter = [regel.udloeser.dato, ...(regel.datofelt === undefined ? [] : [regel.datofelt])];
  return felter.some((felt) => foer[felt] !== efter[felt]) || regel.rammer(foer, true) !== regel.rammer(efter, true);
}

type Hvilken = Readonly<{ regel: string; noegle: string; udloest_af: string }> & Row;

function tagVaek(hvilken: Hvilken, start: string | null, om: Omstaendigheder): void {
  const { event, write } = om;
  write.updateWhere(
    'frist',
    { ...hvilken, bortfaldet_position: null },
    {
      bortfaldet: tidspunkt(event.registreret),
      bortfaldet_af: event.type,
      bortfaldet_position: event.position,
    },
  );
  noterTaget(hvilken, tidspunkt(event.registreret), om);
  if (start !== null) write.updateWhere('frist', hvilken, { start });
}

function noterTaget({ regel, noegle, udloest_af: rettet }: Hvilken, ny: string | null, om: Omstaendigheder): void {
  noterSlutrettelse(om, { regel, noegle, felt: 'taget', rettet, foer: null, ny });
}

function giv(hvilken: Hvilken, frist: Beregnet, om: Omstaendigheder): void {
  // What an earlier correction took away comes back; what came to an end for another reason does not.
  om.write.updateWhere('frist', { ...hvilken, bortfaldet_af: om.event.type }, IKKE_BORTFALDET);
  noterTaget(hvilken, null, om);
  const nyt = { ...afReglen(frist.regel), ...datoen(frist, om) };
  const egen = egenFremrykning(frist.regel);
  // Corrections say themselves which investigation ran beside it; the first ones recorded did not.
  if (frist.regel.fremrykkesVed.length > 0 && (egen === undefined || !(egen in om.event.data))) {
    // One that an investigation has moved forward stays where it is, unless it falls due even before that now, or the
    // investigation had ended before the start.
    const til = { column: 'fremrykket_til', value: frist.forfald } as const;
    om.write.updateWhere('frist', hvilken, nyt, { ...til, is: '>' });
    const dagenFoer = plusDage(lokalDato(frist.start), -1);
    om.write.updateWhere('frist', hvilken, nyt, { column: 'fremrykket_til', is: '<=', value: dagenFoer });
    om.write.updateWhere('frist', hvilken, { ...afReglen(frist.regel), start: frist.start }, { ...til, is: '<=' });
    om.write.updateWhere('frist', { ...hvilken, fremrykket_til: null }, nyt);
  } else {
    om.write.updateWhere('frist', hvilken, nyt);
  }
  noterBeregning(frist, hvilken.noegle, 'rettet', om, om.rettetPosition);
}

/** The date of what met a deadline was wrong: it is met by the same event, on another day, perhaps in time after all. */
export function retOpfyldelse(regel: Beregnbarregel, rettet: string, om: Omstaendigheder): void {
  retSlutning('opfyldt', regel, rettet, om);
}

/** The date of what put an end to a deadline was wrong: it lapsed on another day. */
export function retBortfald(regel: Beregnbarregel, rettet: string, om: Omstaendigheder): void {
  retSlutning('bortfaldet', regel, rettet, om);
}

function retSlutning(felt: 'opfyldt' | 'bortfaldet', regel: Beregnbarregel, rettet: string, om: Omstaendigheder): void {
  const { event, write, rettetPosition } = om;
  const efter = event.data;
  const foer = sagtFoer(efter);
  for (const kilde of felt === 'opfyldt' ? regel.opfyldtAf : regel.bortfalderVed) {
    if (kilde.haendelse !== rettet || kilde.dato === undefined) continue;
    const [gammel, ny] = [tekst(foer[kilde.dato]), tekst(efter[kilde.dato])];
    if (gammel === null || ny === null || gammel === ny) continue;
    const sagt = { foer: tidspunkt(gammel), ny: tidspunkt(ny) };
    for (const noegle of noegler(efter, kilde.noegle)) {
      const hvilken = {
        ...{ regel: regel.id, noegle, [`${felt}_af`]: rettet, [felt]: sagt.foer },
        ...(rettetPosition === undefined ? {} : { [`${felt}_position`]: rettetPosition }),
      };
      write.updateWhere('frist', hvilken, { [felt]: sagt.ny, [`${felt}_rettet_position`]: event.position });
      noterSlutrettelse(om, { regel: regel.id, noegle, felt, rettet, ...sagt });
    }
  }
}

/** The date of what moved a deadline forward was wrong: it is moved to the right one, or not at all. */
export function retFremrykning(regel: Beregnbarregel, rettet: string, om: Omstaendigheder): void {
  const efter = om.event.data;
  const gamle = fremrykninger(regel, sagtFoer(efter), rettet);
  for (const { noegle, ivaerksatDato, dato } of fremrykninger(regel, efter, rettet)) {
    const til = (dag?: string): Beregnet | null =>
      beregn(regel, efter, ivaerksatDato, om.settings, { fremrykketTil: dag });
    const [frist, gammel] = [til(dato), til(gamle.find((f) => f.noegle === noegle)?.dato)];
    if (frist === null || gammel === null) continue;
    const erFlyttet = gammel.fremrykketTil !== null;
    const flyttes = frist.fremrykketTil !== null;
    const hvilken = { regel: regel.id, noegle, fremrykket_til: gammel.fremrykketTil };
    if (erFlyttet) om.write.updateWhere('frist', hvilken, datoen(frist, om));
    if (flyttes) fremrykTil(frist, noegle, om);
    if (erFlyttet || flyttes) noterBeregning(frist, noegle, 'rettet', om);
  }
}
