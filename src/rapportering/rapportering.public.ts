import { beregnFrist } from '../faelles/frist.js';
import { type Lovpakke } from '../faelles/lov/lovpakke.js';
import { type ContextRegistration } from '../platform/registry.js';
import { LeveranceDannet } from './l201/leverance.js';
import { l201Projection } from './l201/l201.projection.js';
import { ledelsestilsynProjection } from './ledelsestilsyn/ledelsestilsyn.projection.js';
import { noegletalProjection } from './noegletal/noegletal.projection.js';
import { sagsrevisionEvents } from './sagsrevision/sagsrevision.events.js';
import { sagsrevisionerProjection } from './sagsrevision/sagsrevisioner.projection.js';

/** Figures and statutory extracts; the deadline of an investigation comes from the law packs. */
export function rapporteringRegistration(lov: Lovpakke): ContextRegistration {
  return {
    name: 'rapportering',
    events: [LeveranceDannet, ...sagsrevisionEvents],
    projections: [
      noegletalProjection((start) => bfuFrist(lov, start), 5 + Number.parseInt(lov.version.slice(0, 7), 16)),
      l201Projection,
      ledelsestilsynProjection,
      sagsrevisionerProjection,
    ],
  };
}

/** Deadline of an investigation from the day it is counted from. */
export function bfuFrist(lov: Lovpakke, start: string): string {
  const {
    maengde,
    enhed,
    taelHaendelsesdag = false,
    retning = 'FREM',
    forlaengVedLukkedag = false,
  } = lov.regel('bfu-afslutning', start) ?? {};
  if (maengde === undefined || enhed === undefined)
    throw new Error(`The law pack has no deadline bfu-afslutning on ${start}`);
  return beregnFrist({ maengde, enhed, taelHaendelsesdag, retning, forlaengVedLukkedag }, start).forfald;
}
