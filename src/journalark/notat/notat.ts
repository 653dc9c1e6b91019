import { Type } from '@sinclair/typebox';
import { Afvist } from '../../faelles/afvist.js';
import { Fritekst, Id, KortTekst, Tidspunkt, Valgfri } from '../../faelles/felter.js';
import { type Decider } from '../../platform/commands/decider.js';
import { declareEvent, event, type EventOf } from '../../platform/eventstore/event-declaration.js';

const tilhoer = { notatId: Id, barnId: Id, sagId: Id };

export const NotatSkrevet = declareEvent({
  type: 'journalark.NotatSkrevet',
  version: 1,
  beskrivelse: 'Et notat om mundtlige oplysninger eller et væsentligt skridt i sagen.',
  schema: Type.Object({
    ...tilhoer,
    enkeltsagId: Valgfri(Id),
    oplyst: Tidspunkt,
    emne: KortTekst(),
    tekst: Fritekst(),
  }),
  sealed: { barnId: ['emne', 'tekst'] },
  category: 'notat',
  legalBasis: { begge: 'offentlighedsloven § 13' },
  journal: (d) => ({ overskrift: d.emne, tekst: d.tekst }),
});

export const NotatRettet = declareEvent({
  type: 'journalark.NotatRettet',
  version: 1,
  beskrivelse: 'Et notat er rettet; det oprindelige står uændret.',
  schema: Type.Object({ ...tilhoer, emne: KortTekst(), tekst: Fritekst(), aarsag: Fritekst() }),
  sealed: { barnId: ['emne', 'tekst', 'aarsag'] },
  category: 'notat',
  legalBasis: { begge: 'databeskyttelsesforordningen art. 16' },
  journal: (d) => ({ overskrift: `Rettelse: ${d.emne}`, tekst: `${d.tekst} (Rettet fordi: ${d.aarsag})` }),
});

export const notatEvents = [NotatSkrevet, NotatRettet] as const;
export type NotatEvent = EventOf<(typeof notatEvents)[number]>;

export type Notat =
  | { readonly findes: false }
  | { readonly findes: true; readonly notatId: string; readonly barnId: string; readonly sagId: string };

export type NotatKommando =
  | {
      readonly type: 'SkrivNotat';
      readonly notatId: string;
      readonly barnId: string;
      readonly sagId: string;
      readonly enkeltsagId?: string;
      readonly oplyst: string;
      readonly emne: string;
      readonly tekst: string;
      /** The notifications, investigations and measures of the case, ended ones too; they live in streams of their own. */
      readonly sagensEnkeltsager: readonly string[];
    }
  | { readonly type: 'RetNotat'; readonly emne: string; readonly tekst: string; readonly aarsag: string };

export const notatDecider: Decider<NotatKommando, NotatEvent, Notat> = {
  kind: 'journalark.notat',
  initial: { findes: false },
  decide(command, state, context) {
    switch (command.type) {
      case 'SkrivNotat': {
        if (state.findes) {
          throw new Afvist('notat-findes', 'Notatet findes allerede. Ret det, eller skriv et nyt.', { status: 409 });
        }
        if (Date.parse(command.oplyst) > Date.parse(context.nu)) {
          throw new Afvist('dato-i-fremtiden', 'Oplysningen kan ikke være modtaget i fremtiden.', {
            felt: 'oplyst',
            paragraf: 'offentlighedsloven § 13',
          });
        }
        const { type: _type, sagensEnkeltsager, ...data } = command;
        if (data.enkeltsagId !== undefined && !sagensEnkeltsager.includes(data.enkeltsagId)) {
          throw new Afvist(
            'enkeltsag-ikke-i-sagen',
            'Enkeltsagen hører ikke til sagen. Angiv en af sagens underretninger, undersøgelser eller indsatser, eller udelad den.',
            { felt: 'enkeltsagId' },
          );
        }
        return [event(NotatSkrevet, data)];
      }
      case 'RetNotat': {
        if (!state.findes) {
          throw new Afvist('notat-findes-ikke', 'Notatet findes ikke.');
        }
        const { type: _type, ...data } = command;
        return [event(NotatRettet, { notatId: state.notatId, barnId: state.barnId, sagId: state.sagId, ...data })];
      }
    }
  },
  evolve(state, e) {
    switch (e.type) {
      case 'journalark.NotatSkrevet':
        return { findes: true, notatId: e.data.notatId, barnId: e.data.barnId, sagId: e.data.sagId };
      case 'journalark.NotatRettet':
        return state;
    }
  },
};
