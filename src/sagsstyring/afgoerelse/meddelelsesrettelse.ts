import { Afvist } from '../../faelles/afvist.js';
import { kraevRettelse } from '../../faelles/rettelse.js';
import { type DecisionContext } from '../../platform/commands/decider.js';
import { event } from '../../platform/eventstore/event-declaration.js';
import { type TruffetAfgoerelse } from './afgoerelse.js';
import { type AfgoerelseEvent, AfgoerelsemodtagelseRettet } from './afgoerelse.events.js';

/** A decision was sent, or reached the party, on another day than was recorded. */
export type Meddelelsesrettelse =
  | {
      readonly type: 'RetModtagelse';
      readonly meddelelseId: string;
      readonly modtaget: string;
      readonly begrundelse: string;
    }
  | {
      readonly type: 'RetAfsendelse';
      readonly meddelelseId: string;
      readonly sendt: string;
      /** When the party is held to have received what was sent that day; what is known of the receipt stands. */
      readonly modtaget: string;
      readonly begrundelse: string;
    };

export function retMeddelelse(
  command: Meddelelsesrettelse,
  a: TruffetAfgoerelse,
  context: DecisionContext,
): readonly AfgoerelseEvent[] {
  const { meddelelseId, modtaget, begrundelse } = command;
  const meddelelse = a.meddelelser.find((m) => m.meddelelseId === meddelelseId);
  if (meddelelse === undefined) {
    throw new Afvist('meddelelse-findes-ikke', 'Afgørelsen er ikke meddelt med det id.', { felt: 'meddelelseId' });
  }
  const sendt = command.type === 'RetAfsendelse' ? command.sendt : meddelelse.sendt;
  if (command.type === 'RetAfsendelse') {
    kraevRettelse(
      {
        ...{ felt: 'dato', gammel: meddelelse.sendt, ny: sendt, begrundelse, paragraf: 'forvaltningsloven § 25' },
        tidligst: { hvornaar: a.dato, hvorfor: 'Afgørelsen kan ikke være sendt, før den blev truffet' },
        senest: { hvornaar: modtaget, hvorfor: 'Afgørelsen kan ikke være sendt, efter at den er modtaget' },
      },
      context,
    );
  } else {
    kraevRettelse(
      {
        ...{ felt: 'dato', gammel: meddelelse.modtaget, ny: modtaget, begrundelse, paragraf: 'forvaltningsloven § 25' },
        tidligst: { hvornaar: sendt, hvorfor: 'Afgørelsen kan ikke være modtaget, før den blev sendt' },
      },
      context,
    );
  }
  const { afgoerelseId, sagId, barnId } = a;
  return [
    event(AfgoerelsemodtagelseRettet, {
      ...{ afgoerelseId, sagId, barnId, ...meddelelse, sendt, modtaget },
      rettet: context.nu,
      foer: { modtaget: meddelelse.modtaget, ...(sendt === meddelelse.sendt ? {} : { sendt: meddelelse.sendt }) },
      begrundelse,
    }),
  ];
}
