import { event } from '../../../platform/eventstore/event-declaration.js';
import { context, given } from '../../../platform/testing/given-when-then.js';
import { type UnderretningKommando } from '../kommandoer.js';
import { type Regime } from '../tilstand.js';
import * as E from '../underretning.events.js';
import { underretningDecider } from '../underretning.js';

export const U = '00000000-0000-7000-8000-00000000000a';
export const BARN = '00000000-0000-7000-8000-00000000000b';
export const SAG = '00000000-0000-7000-8000-00000000000c';
export const NAVN = '00000000-0000-7000-8000-00000000000d';
export const id = { underretningId: U, barnId: BARN };
export type Data<K extends UnderretningKommando['type']> = Omit<Extract<UnderretningKommando, { type: K }>, 'type'>;

// The same days under both acts: 1 February 2019 (serviceloven) and 1 February 2024 (barnets lov).
export const AAR: Readonly<Record<Regime, string>> = { SEL: '2019', BL: '2024' };
export const tid = (regime: Regime, dag: string, kl: string): string => `${AAR[regime]}-02-${dag}T${kl}:00+01:00`;
export const nu = (regime: Regime) => context(tid(regime, '20', '12:00'));
export const beggeLove: readonly Regime[] = ['SEL', 'BL'];

/** The one event that a command leads to. */
export function een<T>([foerste]: readonly T[]): T {
  if (foerste === undefined) throw new Error('nothing happened');
  return foerste;
}

export const nej = {
  anonym: false,
  ufoedt: false,
  overgreb: false,
  overgrebFraForaeldre: false,
  aeresrelateret: false,
};
export const skolen = { underretterKode: '2', fagperson: true, underretterId: NAVN, underretterNavn: 'Test Testesen' };
export const gyldigeKoder = { underretter: ['2', '8'], aarsager: ['UDSLAG3', 'UDSLAG7', 'UDSLAG18'] };
export const modtagelse = (regime: Regime, mere: Partial<Data<'ModtagUnderretning'>> = {}): UnderretningKommando => ({
  type: 'ModtagUnderretning',
  ...{ ...id, ...nej, ...skolen, gyldigeKoder, regime },
  modtaget: tid(regime, '01', '10:00'),
  form: 'telefonisk',
  aarsagKoder: ['UDSLAG3'],
  igangvaerendeIndsats: false,
  beskrivelse: 'Bekymring.',
  ...mere,
});
export const modtaget = (regime: Regime, mere: Partial<Data<'ModtagUnderretning'>> = {}) =>
  een(given(underretningDecider).then(modtagelse(regime, mere), nu(regime)));
export const anonymt = (regime: Regime) => {
  const { underretterNavn: _navn, ...uden } = { ...modtagelse(regime), anonym: true, underretterKode: '8' } as Extract<
    UnderretningKommando,
    { type: 'ModtagUnderretning' }
  >;
  const foerste = een(given(underretningDecider).then(uden, nu(regime)));
  return foerste;
};
export const vurdering = (regime: Regime) => ({
  vurderet: tid(regime, '01', '15:00'),
  vurderetAf: 'mod01',
  akut: false,
  aeresrelateret: false,
  risikofaktorer: 'Ingen.',
  beskyttelsesfaktorer: 'Mormor.',
  begrundelse: 'I sikkerhed.',
});
export const akutvurdering = (
  regime: Regime,
  mere: Partial<Data<'ForetagAkutvurdering'>> = {},
): UnderretningKommando => ({
  type: 'ForetagAkutvurdering',
  ...vurdering(regime),
  ...mere,
});
export const akutvurderet = (regime: Regime) => event(E.AkutvurderingForetaget, { ...id, ...vurdering(regime) });
export const bfu = { spor: 'bfu', screenetAf: 'mod01', begrundelse: 'Skal undersøges.', sagId: SAG } as const;
export const udfald = (regime: Regime) => ({ ...bfu, screenet: tid(regime, '04', '09:00') });
export const screening = (regime: Regime, mere: Partial<Data<'Screen'>> = {}): UnderretningKommando => ({
  type: 'Screen',
  ...udfald(regime),
  ...mere,
});
export const screenet = (regime: Regime) => event(E.UnderretningScreenet, { ...id, ...udfald(regime) });
