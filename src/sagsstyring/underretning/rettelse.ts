import { Afvist } from '../../faelles/afvist.js';
import { foersteAf, kraevRettelse } from '../../faelles/rettelse.js';
import { type DecisionContext } from '../../platform/commands/decider.js';
import { event } from '../../platform/eventstore/event-declaration.js';
import { lokalDato } from '../../faelles/lokal_dato.js';
import { kraevIkkeIFremtiden, kraevTekst } from '../datoregler.js';
import { type UnderretningKommando } from './kommandoer.js';
import { tilhoer } from './krav.js';
import { type ModtagetUnderretning } from './tilstand.js';
import * as E from './underretning.events.js';

const PARAGRAF = 'databeskyttelsesforordningen art. 16';

/** The time of receipt was recorded wrongly: all that follows from it is worked out anew, and both stand in the log. */
export function ret(
  command: Extract<UnderretningKommando, { type: 'RetModtagelse' }>,
  u: ModtagetUnderretning,
  context: DecisionContext,
): readonly E.UnderretningEvent[] {
  const { modtaget, igangvaerendeIndsats, begrundelse } = command;
  if (u.fase === 'annulleret') {
    throw new Afvist('underretning-lukket', 'Underretningen er annulleret.', { status: 409 });
  }
  kraevIkkeIFremtiden(modtaget, context, 'modtaget');
  kraevTekst(
    begrundelse,
    'begrundelse-mangler',
    'begrundelse',
    'Skriv, hvad der var forkert, og hvor det rigtige står.',
    PARAGRAF,
  );
  if (Date.parse(modtaget) === Date.parse(u.modtaget)) {
    throw new Afvist('ingen-rettelse', `Underretningen er allerede registreret som modtaget ${u.modtaget}.`, {
      felt: 'modtaget',
      status: 409,
    });
  }
  // An assessment with a time of day must not come before the receipt it is of; other steps have dates.
  const senest =
    u.akutvurderet !== null && Date.parse(modtaget) > Date.parse(u.akutvurderet) ? u.akutvurderet : u.foersteSkridt;
  if (senest !== null && (senest === u.akutvurderet || lokalDato(modtaget) > senest)) {
    throw new Afvist(
      'forkert-raekkefoelge',
      `Underretningen kan ikke være modtaget efter det, der er gjort med den (${senest}).`,
      { felt: 'modtaget' },
    );
  }
  kraevKoder(command, u);
  const { underretningId, barnId, sagId } = tilhoer(u);
  return [
    event(E.UnderretningRettet, {
      underretningId,
      barnId,
      ...(sagId === undefined ? {} : { sagId }),
      ...u.kendsgerninger,
      // Of the corrected day; what was done since had the law of its own day all along.
      regime: command.regime,
      modtaget,
      igangvaerendeIndsats,
      rettet: context.nu,
      foer: { modtaget: u.modtaget, igangvaerendeIndsats: u.igangvaerendeIndsats },
      begrundelse,
    }),
  ];
}

function kraevKoder(
  { gyldigeKoder }: Extract<UnderretningKommando, { type: 'RetModtagelse' }>,
  { kendsgerninger }: ModtagetUnderretning,
): void {
  const ugyldige = [
    ...kendsgerninger.aarsagKoder.filter((kode) => !gyldigeKoder.aarsager.includes(kode)),
    ...[kendsgerninger.underretterKode].filter((kode) => !gyldigeKoder.underretter.includes(kode)),
  ];
  if (ugyldige.length > 0) {
    throw new Afvist('kode-gaelder-ikke', `Koderne ${ugyldige.join(', ')} gælder ikke på den rettede dag.`, {
      felt: 'modtaget',
      mangler: ugyldige,
    });
  }
}

/** The time of the assessment was recorded wrongly: whether it came within 24 hours is a fact. */
export function retAkutvurdering(
  { vurderet, begrundelse }: Extract<UnderretningKommando, { type: 'RetAkutvurdering' }>,
  u: ModtagetUnderretning,
  context: DecisionContext,
): readonly E.UnderretningEvent[] {
  const gammel = u.akutvurderet;
  if (gammel === null) throw intetAtRette('Underretningen er ikke akutvurderet.');
  kraevRettelse(
    {
      ...{ felt: 'tidspunkt', gammel, ny: vurderet, begrundelse },
      tidligst: { hvornaar: u.modtaget, hvorfor: 'Underretningen kan ikke være vurderet, før den kom' },
      senest: foersteAf('Underretningen er vurderet færdig, efter at den blev akutvurderet', u.behandlet),
      paragraf: u.regime === 'SEL' ? 'SEL § 155, stk. 2' : 'BL § 136',
    },
    context,
  );
  return [
    event(E.AkutvurderingRettet, {
      ...tilhoer(u),
      vurderet,
      rettet: context.nu,
      foer: { vurderet: gammel },
      begrundelse,
    }),
  ];
}

/** The day of the acknowledgement was recorded wrongly. */
export function retKvittering(
  { sendt, begrundelse }: Extract<UnderretningKommando, { type: 'RetKvittering' }>,
  u: ModtagetUnderretning,
  context: DecisionContext,
): readonly E.UnderretningEvent[] {
  const gammel = u.kvitteretDag;
  if (gammel === null) throw intetAtRette('Der er ikke sendt kvittering.');
  kraevRettelse(
    {
      ...{ felt: 'dato', gammel, ny: sendt, begrundelse },
      tidligst: { hvornaar: u.modtaget, hvorfor: 'Kvitteringen kan ikke være sendt, før underretningen kom' },
      paragraf: u.regime === 'SEL' ? 'SEL § 155 b, stk. 1' : 'BL kap. 16',
    },
    context,
  );
  return [
    event(E.KvitteringRettet, { ...tilhoer(u), sendt, rettet: context.nu, foer: { sendt: gammel }, begrundelse }),
  ];
}

function intetAtRette(hvorfor: string): Afvist {
  return new Afvist('intet-at-rette', `${hvorfor} Der er intet at rette.`, { status: 409 });
}
