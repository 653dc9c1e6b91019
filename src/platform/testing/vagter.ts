import { type Decider, type DecisionContext, fold } from '../commands/decider.js';
import { type DomainEvent } from '../eventstore/event-declaration.js';
import { given } from './given-when-then.js';

type Regime = 'SEL' | 'BL';

/** One row for each rule: what came before, what is refused and with which paragraph under each act, and what is lawful. */
export interface Vagt<C> {
  readonly regel: string;
  readonly foer: (r: Regime) => readonly C[];
  readonly ulovlig: (r: Regime) => C;
  readonly kode: string;
  readonly paragraf?: { readonly [R in Regime]?: string };
  readonly mangler?: readonly string[];
  /** 422 unless it is about a state that cannot be. */
  readonly status?: 409 | 422;
  /** The lawful counterpart: these steps, the last of which is the event. Left out where nothing is lawful any more. */
  readonly lovlig?: (r: Regime) => readonly C[];
  readonly haendelse?: string;
  /** The acts under which there is such a rule; both when left out. */
  readonly kun?: Regime;
}

/** Tries each row under each act: unlawful is refused with the paragraph, lawful becomes the event. */
export function proevVagter<C extends { readonly type: string }, E extends DomainEvent, S>(
  titel: string,
  decider: Decider<C, E, S>,
  nu: (r: Regime) => DecisionContext,
  vagter: readonly Vagt<C>[],
): void {
  describe.each<Regime>(['SEL', 'BL'])(`${titel} (%s)`, (regime) => {
    const raekker = vagter.filter(({ kun }) => kun === undefined || kun === regime);
    if (raekker.length === 0) return;
    test.each(raekker.map((vagt) => [vagt.regel, vagt] as const))('%s', (_regel, vagt) => {
      const foer = haendelser(decider, [], vagt.foer(regime), nu(regime));
      const nej = given(decider, ...foer).refused(vagt.ulovlig(regime), nu(regime));
      expect({ kode: nej.kode, ...nej.mere, felt: undefined }).toEqual({
        kode: vagt.kode,
        paragraf: vagt.paragraf?.[regime],
        mangler: vagt.mangler,
        status: vagt.status,
        felt: undefined,
      });
      const lovlig = vagt.lovlig?.(regime) ?? [];
      const sidste = lovlig.at(-1);
      if (sidste === undefined) return;
      const forud = [...foer, ...haendelser(decider, foer, lovlig.slice(0, -1), nu(regime))];
      expect(
        given(decider, ...forud)
          .then(sidste, nu(regime))
          .map(({ type }) => type),
      ).toContain(vagt.haendelse);
    });
  });
}

/** What commands lead to, one after the other, after what has happened. */
function haendelser<C extends { readonly type: string }, E extends DomainEvent, S>(
  decider: Decider<C, E, S>,
  foer: readonly E[],
  kommandoer: readonly C[],
  nu: DecisionContext,
): readonly E[] {
  return kommandoer.reduce<readonly E[]>(
    (sket, kommando) => [...sket, ...decider.decide(kommando, fold(decider, [...foer, ...sket]), nu)],
    [],
  );
}
