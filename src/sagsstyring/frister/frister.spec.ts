import { fristregler } from '../../faelles/lov/fristregler.js';
import { indlaesLovpakke } from '../../faelles/lov/lovpakke.js';
import { type ClearEvent } from '../../platform/eventstore/event-store.js';
import { type Row, type Writer } from '../../platform/projection/projection.js';
import { fristerProjection } from './frister.projection.js';

const projection = fristerProjection(fristregler(indlaesLovpakke()), 1);
const BARN = '00000000-0000-7000-8000-000000000001';
const SAG = '00000000-0000-7000-8000-000000000002';
const NOEGLE = '00000000-0000-7000-8000-000000000003';

/** Rows as the database would hold them, kept in memory with the same meaning. */
class Raekker implements Writer {
  readonly frister: Record<string, unknown>[] = [];

  insert(table: string, row: Row): void {
    if (table === 'frist') this.frister.push({ ...row });
  }
  upsert(): void {
    // Responsibility is not what these tests are about.
  }
  update(): void {
    throw new Error('not used');
  }
  updateWhere(table: string, where: Row, set: Row): void {
    if (table !== 'frist') return;
    for (const frist of this.frister) {
      if (Object.entries(where).every(([felt, vaerdi]) => (frist[felt] ?? null) === vaerdi)) Object.assign(frist, set);
    }
  }
  deleteWhere(): void {
    throw new Error('not used');
  }
}

function frister(
  ...haendelser: readonly (readonly [type: string, data: Record<string, unknown>])[]
): readonly Record<string, unknown>[] {
  const raekker = new Raekker();
  haendelser.forEach(([type, data], nr) => {
    const event: ClearEvent = {
      tenant: 840,
      position: nr + 1,
      streamId: NOEGLE,
      version: nr + 1,
      type,
      registreret: '2026-11-24T00:00:00.000Z',
      data: { barnId: BARN, sagId: SAG, ...data },
      sealed: {},
      meta: { aktoer: 'sb01', roller: [], korrelation: 'k' },
    };
    projection.project(event, raekker);
  });
  return raekker.frister;
}

const frist = (raekker: readonly Record<string, unknown>[], regel: string) =>
  raekker.filter((f) => f['regel'] === regel);
const modtaget = (tidspunkt: string, kendtAfsender = true) =>
  ['sagsstyring.UnderretningModtaget', { underretningId: NOEGLE, modtaget: tidspunkt, kendtAfsender }] as const;

describe('Frister', () => {
  it('underretningen vurderes inden 24 reelle timer, også når uret stilles om (SEL § 155, stk. 2 / BL § 136)', () => {
    // Summer time begins 2026-03-29 at 02:00: 24 hours after 14:30 is 15:30 on the clock.
    const [f] = frist(frister(modtaget('2026-03-28T14:30:00+01:00')), 'underretning-akutvurdering');
    expect(f).toMatchObject({ forfald: '2026-03-29T13:30:00.000Z', regime: 'BL', opfyldt: null });
  });

  it('en kendt underretter får kvittering inden 6 hverdage; en ukendt har ingen frist (SEL § 155 b, stk. 1)', () => {
    // Monday 2019-02-04: 5, 6, 7, 8, 9 (Saturday counts), 11 February. End of that day in Copenhagen is 22:59:59.999 UTC.
    const [f] = frist(frister(modtaget('2019-02-04T10:00:00+01:00')), 'underretning-kvittering');
    expect(f).toMatchObject({
      forfald_tekst: '2019-02-11',
      forfald: '2019-02-11T22:59:59.999Z',
      regime: 'SEL',
      tillid: 'S',
    });
    expect(frist(frister(modtaget('2019-02-04T10:00:00+01:00', false)), 'underretning-kvittering')).toEqual([]);
  });

  it('BFU-fristen løber fra opmærksomhedsdatoen, ikke afgørelsen (SEL § 50 / BL § 20, stk. 3)', () => {
    const raekker = frister([
      'ics.BfuBesluttet',
      { bfuId: NOEGLE, opmaerksomDato: '2026-10-31', afgoerelseDato: '2026-11-10' },
    ]);
    // There is no 31 February; an authority's deadline is not moved from the Sunday, but Friday is told.
    expect(frist(raekker, 'bfu-afslutning')).toMatchObject([{ forfald_tekst: '2027-02-28', advis: '2027-02-26' }]);
  });

  it('det, der opfylder en frist, står på den', () => {
    const raekker = frister(modtaget('2019-02-04T10:00:00+01:00'), [
      'sagsstyring.AkutvurderingForetaget',
      { underretningId: NOEGLE, vurderet: '2019-02-04T12:00:00+01:00' },
    ]);
    expect(frist(raekker, 'underretning-akutvurdering')).toMatchObject([
      { opfyldt: '2019-02-04T11:00:00.000Z', opfyldt_af: 'sagsstyring.AkutvurderingForetaget', opfyldt_position: 2 },
    ]);
    expect(frist(raekker, 'underretning-kvittering')).toMatchObject([{ opfyldt: null }]);
  });

  it('en annulleret underretning har ingen frister mere', () => {
    const raekker = frister(modtaget('2019-02-04T10:00:00+01:00'), [
      'sagsstyring.UnderretningAnnulleret',
      { underretningId: NOEGLE },
    ]);
    expect(raekker.map((f) => f['bortfaldet_position'])).toEqual([2, 2]);
  });

  const ivaerksat = (dato: string) =>
    ['oekonomi.IndsatsIvaerksat', { indsatsId: NOEGLE, ivaerksatDato: dato }] as const;
  const godkendt = (dato: string, start: string) =>
    [
      'ics.BfuGodkendt',
      { bfuId: SAG, godkendtDato: dato, igangvaerendeIndsatser: [{ indsatsId: NOEGLE, ivaerksatDato: start }] },
    ] as const;

  it('første opfølgning er det tidligste af 3 måneder og en sideløbende undersøgelses afslutning (BL § 95, stk. 2)', () => {
    // 3 months after 2026-08-31 is 2026-11-30; the investigation ends on 2026-10-12.
    expect(frist(frister(ivaerksat('2026-08-31')), 'opfoelgning-foerste')).toMatchObject([
      { forfald_tekst: '2026-11-30' },
    ]);
    expect(
      frist(frister(ivaerksat('2026-08-31'), godkendt('2026-10-12', '2026-08-31')), 'opfoelgning-foerste'),
    ).toMatchObject([{ forfald_tekst: '2026-10-12' }]);
  });

  it('en undersøgelse, der slutter senere, udskyder ikke første opfølgning (BL § 95, stk. 2)', () => {
    expect(
      frist(frister(ivaerksat('2026-08-31'), godkendt('2026-12-15', '2026-08-31')), 'opfoelgning-foerste'),
    ).toMatchObject([{ forfald_tekst: '2026-11-30' }]);
  });

  it('under serviceloven rykkes første opfølgning ikke frem (SEL § 70)', () => {
    expect(
      frist(frister(ivaerksat('2018-08-31'), godkendt('2018-10-12', '2018-08-31')), 'opfoelgning-foerste'),
    ).toMatchObject([{ forfald_tekst: '2018-11-30', regime: 'SEL' }]);
  });

  it('løbende opfølgning: højst 6 måneder (SEL § 70), den besluttede dato (BL § 95, stk. 3)', () => {
    const opfulgt = (dato: string, naesteDato: string) =>
      ['ics.OpfoelgningAfholdt', { planId: SAG, indsatsIder: [NOEGLE], dato, naesteDato }] as const;
    expect(frist(frister(opfulgt('2018-08-31', '2018-12-01')), 'opfoelgning-loebende')).toMatchObject([
      { forfald_tekst: '2019-02-28' },
    ]);
    expect(frist(frister(opfulgt('2026-08-31', '2026-12-01')), 'opfoelgning-loebende')).toMatchObject([
      { forfald_tekst: '2026-12-01' },
    ]);
    // The next follow-up meets the deadline that the one before opened, and opens its own.
    const to = frist(
      frister(opfulgt('2026-08-31', '2026-12-01'), opfulgt('2026-11-30', '2027-03-01')),
      'opfoelgning-loebende',
    );
    expect(to).toMatchObject([{ opfyldt_position: 2 }, { opfyldt_position: null, forfald_tekst: '2027-03-01' }]);
  });
});
