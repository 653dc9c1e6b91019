import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { type EventStore, type StoredEvent } from '../../platform/eventstore/event-store.js';
import { EVENT_STORE, LOVPAKKE } from '../../platform/tokens.js';
import { type Indsatsraekke } from './l201.query.js';
import { kontrollerPost, type L201Fejl, type L201Post, type Leverancehoved } from './l201.js';
import { skrivL201 } from './l201_xml.js';

/** CPR numbers are opened a thousand persons at a time: enough to be quick, little enough to keep memory flat. */
const PORTION = 1000;

export interface Leverancefil {
  readonly xml: string;
  readonly sha256: string;
  readonly poster: readonly L201Post[];
  readonly fejl: readonly L201Fejl[];
}

@Injectable()
export class Leverancedannelse {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(LOVPAKKE) private readonly lov: Lovpakke,
  ) {}

  /** Checks the measures and writes the file of those that can be sent. `xml` is empty when there are none. */
  async dan(hoved: Leverancehoved, raekker: readonly Indsatsraekke[], position: number): Promise<Leverancefil> {
    const kommune = Number(hoved.kommunekode);
    const personer = [
      ...new Set(raekker.flatMap((r) => (r.foraelderId === null ? [r.barnId] : [r.barnId, r.foraelderId]))),
    ];
    const cpr = new Map<string, string>();
    for (let i = 0; i < personer.length; i += PORTION) {
      const stroemme = await this.store.loadMany(kommune, personer.slice(i, i + PORTION), { untilPosition: position });
      for (const [id, haendelser] of stroemme) {
        const nummer = cprAf(haendelser);
        if (nummer !== undefined) cpr.set(id, nummer);
      }
    }
    const kodeliste = this.lov.alleKoder('foranstaltninger-pgf');
    const kontrolleret = raekker.map((r) =>
      kontrollerPost(
        {
          indsatsId: r.indsatsId,
          pgfKode: r.pgfKode,
          start: r.start,
          slut: r.slut,
          barnCpr: cpr.get(r.barnId) ?? null,
          foraelderCpr: r.foraelderId === null ? null : (cpr.get(r.foraelderId) ?? null),
        },
        kodeliste,
        { test: hoved.test, idag: hoved.dannet.slice(0, 10) },
      ),
    );
    const poster = kontrolleret.flatMap((k) => (k.post === undefined ? [] : [k.post]));
    const xml = poster.length === 0 ? '' : skrivL201(hoved, poster);
    return {
      xml,
      sha256: createHash('sha256').update(xml).digest('hex'),
      poster,
      fejl: kontrolleret.flatMap((k) => k.fejl),
    };
  }
}

/** The number as last known; nothing when it never was, or when the person has been erased. */
function cprAf(haendelser: readonly StoredEvent[]): string | undefined {
  const nummer = haendelser.map((h) => h.data['cpr']).findLast((v) => typeof v === 'string');
  return typeof nummer === 'string' && /^\d{10}$/.test(nummer) ? nummer : undefined;
}
