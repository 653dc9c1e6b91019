import { Afvist } from '../../faelles/afvist.js';
import { type DecisionContext } from '../../platform/commands/decider.js';
import { event } from '../../platform/eventstore/event-declaration.js';
import { ikkeFoer, ikkeIFremtiden } from '../datoer.js';
import { type Regime, type Tvangskommando } from './kommandoer.js';
import { kraevBfu, tilhoer } from './krav.js';
import { type BegyndtUndersoegelse, type UdenSamtykke } from './tilstand.js';
import * as T from './tvang.events.js';
import { type UndersoegelseEvent } from './undersoegelse.events.js';

/** The law of the committee's decision, which need not be that of the investigation. */
export const paragraf51 = ({ regime }: { readonly regime: Regime }): string =>
  regime === 'SEL' ? 'SEL § 51' : 'BL § 23';

/**
 * The compulsory side track. Two months from the committee's decision, and a stay away from home only while the examination
 * lasts (SEL § 51, BL § 23). What has happened is recorded also when it happened too late; what is planned is refused.
 */
export function undersoegUdenSamtykke(
  command: Tvangskommando,
  u: BegyndtUndersoegelse,
  context: DecisionContext,
): readonly UndersoegelseEvent[] {
  if (command.type === 'BeslutUdenSamtykke') return beslut(command, u, context);
  const tvang = kraevTvang(u);
  const paragraf = paragraf51(tvang);
  const { dato } = command;
  ikkeIFremtiden(dato, context, 'dato');
  ikkeFoer(dato, tvang.afgoerelseDato, 'dato', 'Det kan ikke være sket, før udvalget traf afgørelse', paragraf);
  switch (command.type) {
    case 'BegyndOphold':
      if (tvang.form === 'ambulant') {
        throw new Afvist('ophold-ikke-besluttet', 'Udvalget har besluttet en ambulant undersøgelse, ikke et ophold.', {
          paragraf,
          mangler: ['udvalgets-afgoerelse'],
        });
      }
      if (tvang.ophold !== null) {
        throw new Afvist('ophold-begyndt', 'Opholdet er allerede begyndt.', { paragraf, status: 409 });
      }
      if (dato > tvang.udloeber) {
        throw new Afvist(
          'undersoegelse-udloebet',
          `Undersøgelsen skulle være færdig ${tvang.udloeber}; et ophold kan ikke begynde derefter uden en ny afgørelse.`,
          { felt: 'dato', paragraf, mangler: ['udvalgets-afgoerelse'] },
        );
      }
      if (command.gennemfoert !== null && dato > command.gennemfoert) {
        throw new Afvist(
          'undersoegelse-gennemfoert',
          `Undersøgelsen er meldt gennemført ${command.gennemfoert} på udvalgets sag; et ophold varer kun, så længe den varer.`,
          { felt: 'dato', paragraf, mangler: ['udvalgets-afgoerelse'] },
        );
      }
      return [event(T.UndersoegelsesopholdBegyndt, { ...tilhoer(u), dato })];
    case 'OphoerOphold':
      if (tvang.ophold === null || tvang.ophold.ophoert !== null) {
        throw new Afvist('intet-ophold', 'Der er intet ophold i gang.', { paragraf, status: 409 });
      }
      ikkeFoer(dato, tvang.ophold.begyndt, 'dato', 'Opholdet kan ikke være ophørt, før det begyndte', paragraf);
      return [event(T.UndersoegelsesopholdOphoert, { ...tilhoer(u), dato, efterUdloeb: dato > tvang.udloeber })];
    case 'AfslutUdenSamtykke':
      if (opholdIGang(tvang)) {
        throw new Afvist(
          'ophold-i-gang',
          'Opholdet må kun vare, så længe undersøgelsen varer. Registrér, at opholdet er ophørt, først.',
          { paragraf, mangler: ['undersoegelsesophold-ophoer'] },
        );
      }
      if (tvang.ophold?.ophoert != null) {
        ikkeFoer(
          dato,
          tvang.ophold.begyndt,
          'dato',
          'Undersøgelsen kan ikke være afsluttet, før opholdet begyndte',
          paragraf,
        );
      }
      return [event(T.UndersoegelseUdenSamtykkeAfsluttet, { ...tilhoer(u), dato, resultat: command.resultat })];
  }
}

export function opholdIGang(tvang: UdenSamtykke): boolean {
  return tvang.ophold !== null && tvang.ophold.ophoert === null;
}

/** The side track is open: the investigation cannot be approved before it has ended. */
export function tvangIGang(u: BegyndtUndersoegelse): UdenSamtykke | null {
  return u.udenSamtykke !== null && u.udenSamtykke.afsluttet === null ? u.udenSamtykke : null;
}

function kraevTvang(u: BegyndtUndersoegelse): UdenSamtykke {
  const tvang = tvangIGang(u);
  if (tvang === null) {
    throw new Afvist('ingen-undersoegelse-uden-samtykke', 'Der er ingen undersøgelse uden samtykke i gang.', {
      paragraf: paragraf51(u.udenSamtykke ?? u),
      mangler: ['udvalgets-afgoerelse'],
      status: u.udenSamtykke === null ? 422 : 409,
    });
  }
  return tvang;
}

function beslut(
  command: Extract<Tvangskommando, { type: 'BeslutUdenSamtykke' }>,
  u: BegyndtUndersoegelse,
  context: DecisionContext,
): readonly UndersoegelseEvent[] {
  const paragraf = paragraf51(command);
  kraevBfu(u);
  if (tvangIGang(u) !== null) {
    throw new Afvist('undersoegelse-uden-samtykke-i-gang', 'Der er allerede en undersøgelse uden samtykke i gang.', {
      paragraf,
      status: 409,
    });
  }
  if (u.udenSamtykke?.buuSagId === command.buuSagId) {
    throw new Afvist(
      'undersoegelse-gennemfoert',
      'Undersøgelsen, som udvalget traf afgørelse om, er gennemført. En ny kræver en ny afgørelse.',
      { felt: 'buuSagId', paragraf, mangler: ['udvalgets-afgoerelse'], status: 409 },
    );
  }
  ikkeIFremtiden(command.afgoerelseDato, context, 'afgoerelseDato');
  ikkeFoer(
    command.afgoerelseDato,
    u.afgoerelseDato,
    'afgoerelseDato',
    'Udvalget kan ikke have truffet afgørelse om undersøgelsen, før den var besluttet',
    paragraf,
  );
  const { type: _type, ...data } = command;
  return [event(T.UndersoegelseUdenSamtykkeBesluttet, { ...tilhoer(u), ...data })];
}
