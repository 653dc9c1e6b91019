import { type Beregnbarregel } from '../../faelles/lov/fristregler.js';
import { type Regime } from '../../faelles/lov/regel.js';
import { type ClearEvent } from '../../platform/eventstore/event-store.js';
import { type Projection, type Setting, type Writer } from '../../platform/projection/projection.js';
import { serviceniveauStroem } from '../serviceniveauer/kommunevalg.js';
import { type Udgaver } from './fristraekker.js';
import { ret, retBortfald, retFremrykning, retOpfyldelse } from './fristrettelse.js';
import { bortfald, fremryk, opfyld, type Slutkilde, udloes } from './fristskridt.js';
import { FRISTTABELLER } from './fristtabeller.js';
import { tekst } from './haendelsesfelter.js';
import { DATORETTELSER, rettelseAf, RETTELSER } from './rettelser.js';

const ANSVARSHAENDELSER = [
  'sagsstyring.SagTildelt',
  'sagsstyring.OverdragelseAccepteret',
  'sagsstyring.SagGenaabnet',
  'sagsstyring.UnderretningScreenet',
];

/**
 * Every deadline that the law packs know, opened by the event that triggers it and met by the event that satisfies it.
 * The row keeps the rule, its version, how the date was computed and what met it. Status depends on the time of asking
 * and is never stored. The municipality's own levels are events of the same log, read as settings.
 */
export function fristerProjection(
  regler: readonly Beregnbarregel[],
  version: number,
  regime: (dato: string) => Regime,
): Projection {
  const udloestAf = new Map(
    [...grupper(regler, (r) => [r.udloeser.haendelse])].map(([type, egne]) => [type, udgaver(egne)] as const),
  );
  const opfyldtAf = grupper(regler, (r) => r.opfyldtAf.map((o) => o.haendelse));
  const bortfalderVed = grupper(regler, (r) => r.bortfalderVed.map((b) => b.haendelse));
  const opfyldende = slutkilder(regler, (r) => r.opfyldtAf);
  const bortfaldende = slutkilder(regler, (r) => r.bortfalderVed);
  const fremrykkesVed = grupper(regler, (r) => r.fremrykkesVed.map((f) => f.haendelse));
  return {
    name: 'sagsstyring.frister',
    version,
    contexts: ['sagsstyring', 'ics', 'oekonomi', 'rapportering'],
    events: [
      ...new Set([
        ...udloestAf.keys(),
        ...opfyldtAf.keys(),
        ...bortfalderVed.keys(),
        ...fremrykkesVed.keys(),
        ...Object.keys(RETTELSER),
        ...DATORETTELSER,
        ...ANSVARSHAENDELSER,
      ]),
    ],
    tables: FRISTTABELLER,
    settings: serviceniveauStroem,
    project(event: ClearEvent, write: Writer, settings: readonly Setting[] = []): void {
      const om = { event, write, settings };
      for (const kilde of bortfaldende.get(event.type) ?? []) bortfald(kilde, om);
      for (const regel of fremrykkesVed.get(event.type) ?? []) fremryk(regel, om);
      for (const kilde of opfyldende.get(event.type) ?? []) opfyld(kilde, om);
      for (const regel of udloestAf.get(event.type) ?? []) udloes(regel, om, regime);
      const rettelse = rettelseAf(event);
      for (const rettet of rettelse.rettede) {
        const om = { event: rettelse.event, write, settings, rettetPosition: rettelse.rettetPosition };
        for (const regel of fremrykkesVed.get(rettet) ?? []) retFremrykning(regel, rettet, om);
        for (const regel of opfyldtAf.get(rettet) ?? []) retOpfyldelse(regel, rettet, om);
        for (const regel of bortfalderVed.get(rettet) ?? []) retBortfald(regel, rettet, om);
        for (const regel of udloestAf.get(rettet) ?? []) ret(regel, rettet, om);
      }
      noterAnsvar(event, write);
    },
  };
}

function grupper(
  regler: readonly Beregnbarregel[],
  typer: (regel: Beregnbarregel) => readonly string[],
): ReadonlyMap<string, readonly Beregnbarregel[]> {
  const grupper = new Map<string, Beregnbarregel[]>();
  for (const regel of regler) {
    for (const type of new Set(typer(regel))) grupper.set(type, [...(grupper.get(type) ?? []), regel]);
  }
  return grupper;
}

/** By event, what each rule says that it ends; versions that say the same say it once. */
function slutkilder(
  regler: readonly Beregnbarregel[],
  kilderAf: (regel: Beregnbarregel) => readonly (Slutkilde['kilde'] & { readonly haendelse: string })[],
): ReadonlyMap<string, readonly Slutkilde[]> {
  const fundne = new Map<string, Map<string, Slutkilde>>();
  for (const regel of regler)
    for (const { haendelse, ...kilde } of kilderAf(regel)) {
      const egne = fundne.get(haendelse) ?? new Map<string, Slutkilde>();
      fundne.set(haendelse, egne.set(JSON.stringify([regel.id, kilde]), { regel: regel.id, kilde }));
    }
  return new Map([...fundne].map(([haendelse, egne]) => [haendelse, [...egne.values()]]));
}

/** The versions of each rule together. */
function udgaver(regler: readonly Beregnbarregel[]): readonly Udgaver[] {
  const fundne = new Map<string, [Beregnbarregel, ...Beregnbarregel[]]>();
  for (const regel of regler) {
    const egne = fundne.get(regel.id);
    if (egne === undefined) fundne.set(regel.id, [regel]);
    else egne.push(regel);
  }
  return [...fundne.values()];
}

function noterAnsvar(event: ClearEvent, write: Writer): void {
  const sag_id = tekst(event.data['sagId']);
  if (sag_id === null) return;
  switch (event.type) {
    case 'sagsstyring.SagTildelt':
      write.upsert('ansvar', { sag_id, sagsbehandler: event.data['sagsbehandler'], team: event.data['team'] ?? null });
      return;
    case 'sagsstyring.OverdragelseAccepteret':
      // Without another team the case stays with the one it has, and its deadlines with it.
      write.updateWhere(
        'ansvar',
        { sag_id },
        {
          sagsbehandler: event.data['til'],
          ...(event.data['tilTeam'] === undefined ? {} : { team: event.data['tilTeam'] }),
        },
      );
      return;
    case 'sagsstyring.SagGenaabnet':
      if (event.data['udenSagsbehandler'] === true) write.deleteWhere('ansvar', { sag_id });
      return;
    case 'sagsstyring.UnderretningScreenet':
      // From the screening the notification's deadlines belong to the case's caseworker.
      write.updateWhere('frist', { noegle: event.data['underretningId'], sag_id: null }, { sag_id });
      return;
    default:
      return;
  }
}
