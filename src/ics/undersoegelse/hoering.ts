import { Afvist } from '../../faelles/afvist.js';
import { type DecisionContext } from '../../platform/commands/decider.js';
import { event } from '../../platform/eventstore/event-declaration.js';
import { kraevMaskering } from '../../sagsstyring/sagsstyring.public.js';
import { ikkeFoer, ikkeIFremtiden } from '../datoer.js';
import { type BesvarPartshoering, type Hoeringspart, type SendPartshoering } from './kommandoer.js';
import { FORVALTNINGSLOVEN, kraevEfterKonklusion, tilhoer } from './krav.js';
import { type BegyndtUndersoegelse } from './tilstand.js';
import * as H from './hoering.events.js';
import type * as E from './undersoegelse.events.js';

/** The parties are heard about the investigation: who they are is a rule, and each of them answers (forvaltningsloven § 19). */
export function hoer(
  command: SendPartshoering | BesvarPartshoering,
  u: BegyndtUndersoegelse,
  context: DecisionContext,
): readonly E.UndersoegelseEvent[] {
  return command.type === 'SendPartshoering' ? send(command, u, context) : besvar(command, u, context);
}

function send(
  command: SendPartshoering,
  u: BegyndtUndersoegelse,
  context: DecisionContext,
): readonly E.UndersoegelseEvent[] {
  const { dato, svarfrist, parter, ingenParter } = command;
  kraevEfterKonklusion(dato, u, context);
  if (svarfrist <= dato) {
    throw new Afvist(
      'partshoering-uden-tid',
      'Parterne skal have tid til at svare: svarfristen skal ligge efter afsendelsen.',
      { felt: 'svarfrist', paragraf: FORVALTNINGSLOVEN },
    );
  }
  if (parter.length === 0 && (ingenParter ?? '').trim() === '') {
    throw new Afvist(
      'ingen-parter',
      'Ingen er part i undersøgelsen den dag. Registrér, hvem der har forældremyndighed, eller skriv, hvorfor der ikke er nogen at høre.',
      { felt: 'ingenParter', paragraf: FORVALTNINGSLOVEN, mangler: ['foraeldremyndighed'] },
    );
  }
  if (parter.length > 0 && ingenParter !== undefined) {
    throw new Afvist('der-er-parter', `Der er ${String(parter.length)} part(er) at høre i undersøgelsen den dag.`, {
      felt: 'ingenParter',
      paragraf: FORVALTNINGSLOVEN,
    });
  }
  kraevMaskering(command.maskeret, command.beskyttedeAndre);
  return [
    event(H.PartshoeringSendt, {
      ...{ ...tilhoer(u), dato, svarfrist, maskeret: command.maskeret },
      parter: parter.map(({ personId, rolle }) => ({ personId, rolle })),
      ...(ingenParter === undefined ? {} : { ingenParter }),
    }),
  ];
}

function besvar(
  command: BesvarPartshoering,
  u: BegyndtUndersoegelse,
  context: DecisionContext,
): readonly E.UndersoegelseEvent[] {
  const { dato, svar, personId } = command;
  ikkeIFremtiden(dato, context, 'dato');
  if (u.partshoering === null) {
    throw new Afvist('partshoering-ikke-sendt', 'Der er ikke sendt en partshøring at svare på.', {
      paragraf: FORVALTNINGSLOVEN,
    });
  }
  ikkeFoer(dato, u.partshoering.dato, 'dato', 'Parterne kan ikke have svaret, før partshøringen blev sendt');
  const { parter } = u.partshoering;
  if (personId !== undefined && parter !== null && !parter.includes(personId)) {
    throw new Afvist('ikke-part', 'Personen er ikke blandt de parter, der blev hørt.', {
      felt: 'personId',
      paragraf: FORVALTNINGSLOVEN,
    });
  }
  if (personId === undefined && parter !== null && parter.length > 1) {
    throw new Afvist('part-mangler', `Angiv, hvem der har svaret: ${parter.join(', ')}.`, {
      felt: 'personId',
      paragraf: FORVALTNINGSLOVEN,
      mangler: ['personId'],
    });
  }
  const hvem = personId ?? (parter?.length === 1 ? parter[0] : undefined);
  return [
    event(H.PartshoeringBesvaret, { ...tilhoer(u), dato, svar, ...(hvem === undefined ? {} : { personId: hvem }) }),
  ];
}

/**
 * Everybody who is a party on the day of the approval was heard: custody may have changed since the hearing was sent. An older
 * hearing does not say whom it went to, and is taken at its word.
 */
export function kraevHoerte(parter: readonly Hoeringspart[] | undefined, u: BegyndtUndersoegelse): void {
  const hoerte = u.partshoering?.parter ?? null;
  if (parter === undefined || hoerte === null) return;
  const uhoerte = parter.filter(({ personId }) => !hoerte.includes(personId));
  if (uhoerte.length > 0) {
    throw new Afvist(
      'part-ikke-hoert',
      `Ikke alle parter er hørt. Send partshøringen til: ${uhoerte.map(({ rolle, personId }) => `${rolle} ${personId}`).join(', ')}.`,
      { paragraf: FORVALTNINGSLOVEN, mangler: uhoerte.map(() => 'bfu-partshoering') },
    );
  }
}
