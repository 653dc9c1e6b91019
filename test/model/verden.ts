import { Temporal } from 'temporal-polyfill';

/** The last day that anything can be recorded for; day 0 is the first. Both acts get the same days, each in its own time. */
export const SIDSTE_DAG = 200;

export interface Verden {
  readonly regime: 'SEL' | 'BL';
  /** Where the clock stands still: noon of the last day. */
  readonly nu: string;
  dato(dag: number): string;
  tid(dag: number, klokken: string): string;
  /** Days from day 0. */
  dag(dato: string): number;
}

/** Barnets lov is asked in 2026, serviceloven in 2019; the 200 days stay inside the one act. */
export function verden(regime: 'SEL' | 'BL'): Verden {
  const iDag = Temporal.PlainDate.from(regime === 'SEL' ? '2019-09-18' : '2026-09-18');
  const foerste = iDag.subtract({ days: SIDSTE_DAG });
  const dato = (dag: number): string => foerste.add({ days: dag }).toString();
  const tid = (dag: number, klokken: string): string =>
    Temporal.PlainDateTime.from(`${dato(dag)}T${klokken}`)
      .toZonedDateTime('Europe/Copenhagen')
      .toString({ timeZoneName: 'never', smallestUnit: 'second' });
  return {
    regime,
    nu: tid(SIDSTE_DAG, '18:00'),
    dato,
    tid,
    dag: (tekst) => Temporal.PlainDate.from(tekst).since(foerste, { largestUnit: 'days' }).days,
  };
}

export const TEMAKODER = [
  'udvikling-og-adfaerd',
  'skoleforhold',
  'sundhedsforhold',
  'fritidsforhold-og-venskaber',
  'familieforhold',
  'andre-relevante-forhold',
] as const;

export const SAGSBEHANDLERE = ['sb01', 'sb02', 'sb03'] as const;
export type Sagsbehandler = (typeof SAGSBEHANDLERE)[number];
