import { Afvist } from '../../faelles/afvist.js';
import { type DecisionContext } from '../../platform/commands/decider.js';
import { event } from '../../platform/eventstore/event-declaration.js';
import { ikkeIFremtiden } from '../datoer.js';
import { kraevRettelse } from '../../faelles/rettelse.js';
import { AfdaekningRettet } from './afdaekning.events.js';
import { type RetGodkendelse, type RetOpmaerksomhed } from './kommandoer.js';
import { GODKENDT_FOER_GRUNDLAGET, paragraf50, senesteGrundlag } from './krav.js';
import { type BegyndtUndersoegelse } from './tilstand.js';
import * as E from './undersoegelse.events.js';

/**
 * The day of awareness was recorded wrongly. It can be put right at any time, also when the investigation has ended: whether
 * it was in time is a fact, not a decision.
 */
export function ret(
  { opmaerksomDato, begrundelse, frist }: RetOpmaerksomhed,
  u: BegyndtUndersoegelse,
  context: DecisionContext,
): readonly E.UndersoegelseEvent[] {
  const { bfuId, barnId, sagId, regime, afgoerelseDato } = u;
  const paragraf = regime === 'SEL' ? 'SEL § 50' : 'BL § 20, stk. 3';
  ikkeIFremtiden(opmaerksomDato, context, 'opmaerksomDato');
  if (begrundelse.trim() === '') {
    throw new Afvist('begrundelse-mangler', 'Skriv, hvad der var forkert, og hvor det rigtige står.', {
      felt: 'begrundelse',
      paragraf: 'databeskyttelsesforordningen art. 16',
    });
  }
  if (opmaerksomDato === u.opmaerksomDato) {
    throw new Afvist('ingen-rettelse', `Opmærksomhedsdatoen er allerede ${opmaerksomDato}.`, {
      felt: 'opmaerksomDato',
      status: 409,
    });
  }
  if (opmaerksomDato > afgoerelseDato) {
    throw new Afvist(
      'opmaerksom-efter-afgoerelse',
      'Kommunen kan ikke være blevet opmærksom på behovet efter afgørelsen. Fristen på 4 måneder løber fra opmærksomhedsdatoen.',
      { felt: 'opmaerksomDato', paragraf },
    );
  }
  if (u.foersteSkridt !== null && opmaerksomDato > u.foersteSkridt) {
    throw new Afvist(
      'forkert-raekkefoelge',
      `Undersøgelsen hviler på noget fra ${u.foersteSkridt}; da må kommunen have været opmærksom på behovet.`,
      { felt: 'opmaerksomDato', paragraf },
    );
  }
  if (u.form === 'afdaekning') {
    return [
      event(AfdaekningRettet, {
        ...{ bfuId, barnId, sagId, opmaerksomDato, begrundelse },
        rettet: context.nu,
        foer: { opmaerksomDato: u.opmaerksomDato },
      }),
    ];
  }
  return [
    event(E.BfuRettet, {
      ...{ bfuId, barnId, sagId, regime, afgoerelseDato, opmaerksomDato },
      hastighed: u.hastighed,
      ...(frist === undefined ? {} : { frist }),
      rettet: context.nu,
      foer: { opmaerksomDato: u.opmaerksomDato },
      begrundelse,
    }),
  ];
}

/** The day of approval was recorded wrongly: whether the investigation was in time is a fact. */
export function retGodkendelse(
  { dato, begrundelse, igangvaerendeIndsatser: igang }: RetGodkendelse,
  u: BegyndtUndersoegelse,
  context: DecisionContext,
): readonly E.UndersoegelseEvent[] {
  const { bfuId, barnId, sagId, godkendt } = u;
  if (godkendt === null) {
    throw new Afvist('intet-at-rette', 'Undersøgelsen er ikke godkendt; der er ingen dag at rette.', { status: 409 });
  }
  kraevRettelse(
    {
      ...{ felt: 'dato', gammel: godkendt.dato, ny: dato, begrundelse, paragraf: paragraf50(u, '20, stk. 3') },
      tidligst: { hvornaar: senesteGrundlag(u), hvorfor: GODKENDT_FOER_GRUNDLAGET },
    },
    context,
  );
  return [
    event(E.BfuGodkendelseRettet, {
      ...{ bfuId, barnId, sagId, godkendtDato: dato },
      ...(igang.length === 0 ? {} : { igangvaerendeIndsatser: [...igang] }),
      ...{ rettet: context.nu, foer: { godkendtDato: godkendt.dato }, begrundelse },
    }),
  ];
}
