import { Afvist } from '../../faelles/afvist.js';
import { type DecisionContext } from '../../platform/commands/decider.js';
import { event } from '../../platform/eventstore/event-declaration.js';
import { ikkeFoer, ikkeIFremtiden } from '../datoer.js';
import { type Sagkyndigkommando } from './kommandoer.js';
import { kraevBfu, kraevForloeb, paragraf50, tilhoer } from './krav.js';
import * as S from './sagkyndig.events.js';
import { type BegyndtUndersoegelse } from './tilstand.js';
import { type UndersoegelseEvent } from './undersoegelse.events.js';

/** Examinations by a doctor or psychologist, and the question of pædagogisk-psykologisk vurdering (BL § 22, stk. 3-5). */
export function sagkyndig(
  command: Sagkyndigkommando,
  u: BegyndtUndersoegelse,
  context: DecisionContext,
): readonly UndersoegelseEvent[] {
  kraevBfu(u);
  switch (command.type) {
    case 'BestilSagkyndig':
      return bestil(command, u, context);
    case 'ModtagSagkyndig': {
      const { sagkyndigId, modtaget, resultat } = command;
      kraevBestilt(sagkyndigId, modtaget, 'modtaget', u, context);
      return [event(S.SagkyndigUndersoegelseModtaget, { ...tilhoer(u), sagkyndigId, modtaget, resultat })];
    }
    case 'OpgivSagkyndig': {
      const { sagkyndigId, dato, begrundelse } = command;
      kraevBestilt(sagkyndigId, dato, 'dato', u, context);
      return [event(S.SagkyndigUndersoegelseOpgivet, { ...tilhoer(u), sagkyndigId, dato, begrundelse })];
    }
    case 'TagStillingTilPpv': {
      if (u.regime === 'SEL') {
        throw new Afvist(
          'ppv-stillingtagen-findes-ikke',
          'Pligten til at tage stilling til en pædagogisk-psykologisk vurdering under undersøgelsen kom med barnets lov. Skriv overvejelsen i analysen.',
          { paragraf: 'BL § 22, stk. 4' },
        );
      }
      kraevForloeb(command.dato, u, context, 'dato');
      const { dato, indstilles, begrundelse } = command;
      return [event(S.PpvStillingtagen, { ...tilhoer(u), dato, indstilles, begrundelse })];
    }
  }
}

function bestil(
  command: Extract<Sagkyndigkommando, { type: 'BestilSagkyndig' }>,
  u: BegyndtUndersoegelse,
  context: DecisionContext,
): readonly UndersoegelseEvent[] {
  kraevForloeb(command.anmodet, u, context, 'anmodet');
  if (command.svarfrist < command.anmodet) {
    throw new Afvist('svarfrist-foer-anmodning', 'Svarfristen ligger før bestillingen.', { felt: 'svarfrist' });
  }
  // Only read in barnets lov: serviceloven's rule is not confirmed, and nothing is refused from memory.
  if (u.regime === 'BL' && command.art === 'psykolog' && command.undersoeges === 'foraeldre' && !command.autoriseret) {
    throw new Afvist('psykolog-ikke-autoriseret', 'En psykolog, der undersøger forældre, skal være autoriseret.', {
      felt: 'autoriseret',
      paragraf: 'BL § 22, stk. 5',
    });
  }
  kraevUngesSamtykke(command, u);
  const { type: _type, barn: _barn, ...data } = command;
  return [event(S.SagkyndigUndersoegelseBestilt, { ...tilhoer(u), ...data })];
}

/** The age from which the young person must agree to be examined (SEL; the committee alone can go past it, § 51). */
const SAMTYKKEALDER = 15;

// Read for serviceloven; barnets lov names the age for a placement only, and nothing is refused from memory.
function kraevUngesSamtykke(
  { undersoeges, barn, samtykkeDato, anmodet }: Extract<Sagkyndigkommando, { type: 'BestilSagkyndig' }>,
  u: BegyndtUndersoegelse,
): void {
  const paragraf = 'SEL §§ 50 og 51';
  if (samtykkeDato !== undefined && samtykkeDato > anmodet) {
    throw new Afvist('samtykke-efter-bestilling', 'Den unge skal have samtykket, før undersøgelsen bestilles.', {
      felt: 'samtykkeDato',
      paragraf: paragraf50(u, '22, stk. 3'),
    });
  }
  const spoerges = u.regime === 'SEL' && undersoeges === 'barnet' && (barn?.alder ?? 0) >= SAMTYKKEALDER;
  if (spoerges && samtykkeDato === undefined && u.udenSamtykke === null) {
    throw new Afvist(
      'samtykke-mangler',
      'Den unge er fyldt 15 år og skal samtykke til at blive undersøgt. Uden samtykke kan kun udvalget afgøre det.',
      { felt: 'samtykkeDato', paragraf, mangler: ['samtykke'] },
    );
  }
}

function kraevBestilt(
  sagkyndigId: string,
  dato: string,
  felt: string,
  u: BegyndtUndersoegelse,
  context: DecisionContext,
): void {
  const bestilt = u.sagkyndige[sagkyndigId];
  if (bestilt === undefined) {
    throw new Afvist('sagkyndig-findes-ikke', 'Den sagkyndige undersøgelse er ikke bestilt her.', {
      felt: 'sagkyndigId',
      paragraf: paragraf50(u, '22, stk. 3'),
    });
  }
  if (bestilt.slut !== null) {
    throw new Afvist('sagkyndig-afsluttet', `Den sagkyndige undersøgelse er allerede ${bestilt.slut}.`, {
      paragraf: paragraf50(u, '22, stk. 3'),
      status: 409,
    });
  }
  ikkeIFremtiden(dato, context, felt);
  ikkeFoer(dato, bestilt.anmodet, felt, 'Det kan ikke være sket, før undersøgelsen blev bestilt');
}
