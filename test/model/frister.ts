import { Temporal } from 'temporal-polyfill';
import { type Anbringelse, type Indsats, type Model } from './tilstand.js';
import { SIDSTE_DAG, type Verden } from './verden.js';

export interface VentetFrist {
  readonly regel: string;
  readonly enkeltsagId: string;
  readonly forfald: string;
  readonly status: 'forfalder' | 'kommende' | 'overskredet' | 'opfyldt' | 'opfyldt-for-sent' | 'bortfaldet';
}

// Written down, not reckoned: what falls on a weekday or Saturday between March and September of the two years.
const HELLIGDAGE = new Set([
  ...['2019-04-18', '2019-04-19', '2019-04-22', '2019-05-17', '2019-05-30', '2019-06-10'],
  ...['2026-04-02', '2026-04-03', '2026-04-06', '2026-05-14', '2026-05-25'],
]);

function plusHverdage(start: string, antal: number): string {
  let dag = Temporal.PlainDate.from(start);
  for (let tilbage = antal; tilbage > 0;) {
    dag = dag.add({ days: 1 });
    if (dag.dayOfWeek !== 7 && !HELLIGDAGE.has(dag.toString())) tilbage -= 1;
  }
  return dag.toString();
}

/** Monday to Friday without holidays, and without Constitution Day (5 June). */
export function erArbejdsdag(dag: Temporal.PlainDate): boolean {
  const grundlovsdag = dag.month === 6 && dag.day === 5;
  return dag.dayOfWeek < 6 && !grundlovsdag && !HELLIGDAGE.has(dag.toString());
}

function plusArbejdsdage(start: string, antal: number): string {
  let dag = Temporal.PlainDate.from(start);
  for (let tilbage = antal; tilbage > 0;) {
    dag = dag.add({ days: 1 });
    if (erArbejdsdag(dag)) tilbage -= 1;
  }
  return dag.toString();
}

function plusMaaneder(start: string, months: number): string {
  return Temporal.PlainDate.from(start).add({ months }).toString();
}

/** Status of a deadline by days: met on a day, lapsed, or open. */
export function dagsstatus(
  v: Verden,
  forfald: string,
  opfyldt: number | null,
  bortfaldet: boolean,
): VentetFrist['status'] {
  if (opfyldt !== null) return v.dato(opfyldt) <= forfald ? 'opfyldt' : 'opfyldt-for-sent';
  if (bortfaldet) return 'bortfaldet';
  const iDag = v.dato(SIDSTE_DAG);
  if (forfald < iDag) return 'overskredet';
  return forfald < plusDage(iDag, 7) ? 'forfalder' : 'kommende';
}

function plusDage(dato: string, days: number): string {
  return Temporal.PlainDate.from(dato).add({ days }).toString();
}

/** Every deadline that the acts set for what was done, with its date and where it stands on the last day. */
export function ventedeFrister(model: Model, v: Verden): readonly VentetFrist[] {
  return [
    ...underretningsfrister(model, v),
    ...udskydelsesfrister(model, v),
    ...bfufrister(model, v),
    ...opfoelgningsfrister(model, v),
    ...indsigtsfrister(model, v),
    ...ansoegningsfrister(model, v),
    ...anbringelsesfrister(model, v),
  ];
}

function underretningsfrister(model: Model, v: Verden): readonly VentetFrist[] {
  return model.underretninger.flatMap((u) => {
    // Received at 10.00 and assessed at 12.00: in time on the same day, two hours late on the next.
    const forfald = Temporal.ZonedDateTime.from(`${v.tid(u.modtaget, '10:00')}[Europe/Copenhagen]`).add({ hours: 24 });
    const udloebet = Temporal.Instant.compare(forfald.toInstant(), Temporal.Instant.from(v.nu)) < 0;
    const annulleret = u.fase === 'annulleret';
    const akut: VentetFrist = {
      regel: 'underretning-akutvurdering',
      enkeltsagId: u.id,
      forfald: forfald.toString({ timeZoneName: 'never' }),
      status:
        u.akutvurderet !== null
          ? u.akutvurderet === u.modtaget
            ? 'opfyldt'
            : 'opfyldt-for-sent'
          : annulleret
            ? 'bortfaldet'
            : udloebet
              ? 'overskredet'
              : 'forfalder',
    };
    if (u.anonym) return [akut];
    const kvittering = plusHverdage(v.dato(u.modtaget), 6);
    return [
      akut,
      {
        regel: 'underretning-kvittering',
        enkeltsagId: u.id,
        forfald: kvittering,
        status: dagsstatus(v, kvittering, u.kvitteret, annulleret),
      },
    ];
  });
}

function bfufrister(model: Model, v: Verden): readonly VentetFrist[] {
  return model.bfuer.flatMap((bfu) => {
    // An afdækning has no deadline in the law.
    if (bfu.form === 'afdaekning') return [];
    const forfald = plusMaaneder(v.dato(bfu.opmaerksom), 4);
    const opfyldt = bfu.fase === 'afsluttet' ? bfu.slut : null;
    const status = dagsstatus(v, forfald, opfyldt, bfu.fase === 'afbrudt');
    // Under serviceloven the preliminary assessment is only known from memory, so that rule is off.
    const regler = model.regime === 'SEL' ? ['bfu-afslutning'] : ['bfu-afslutning', 'bfu-foreloebig-vurdering'];
    return regler.map((regel) => ({ regel, enkeltsagId: bfu.id, forfald, status }));
  });
}

function opfoelgningsfrister(model: Model, v: Verden): readonly VentetFrist[] {
  return model.indsatser.flatMap((indsats) => {
    if (indsats.fra === null) return [];
    return opfoelgninger('opfoelgning-foerste', indsats, indsats.fra, indsats.fase === 'ophoert', model, v);
  });
}

/** Three months to the first follow-up, or less; then six months (SEL § 70), or the day that was decided (BL § 95). */
function opfoelgninger(
  regel: string,
  indsats: Indsats | Anbringelse,
  fra: number,
  slut: boolean,
  { regime }: Model,
  v: Verden,
): readonly VentetFrist[] {
  const frist = (af: string, forfald: string, nr: number, begyndt = fra): VentetFrist => ({
    ...{ regel: af, enkeltsagId: indsats.id, forfald },
    // One that is recorded late was held before the next one was due.
    status: dagsstatus(
      v,
      forfald,
      indsats.opfoelgninger.slice(nr).find(({ dato }) => dato >= begyndt)?.dato ?? null,
      slut,
    ),
  });
  const almindelig = plusMaaneder(v.dato(fra), 3);
  const fremrykket = indsats.fremrykket === null ? almindelig : v.dato(indsats.fremrykket);
  return [
    frist(regel, fremrykket < almindelig ? fremrykket : almindelig, 0),
    ...indsats.opfoelgninger.flatMap(({ dato, naeste }, nr) => {
      if (regime === 'SEL') return [frist('opfoelgning-loebende', plusMaaneder(v.dato(dato), 6), nr + 1, dato)];
      return naeste === null ? [] : [frist('opfoelgning-loebende', v.dato(naeste), nr + 1, dato)];
    }),
  ];
}

/** Born on 15 January, whatever the age. */
function seksMaanederFoer18(alder: number, v: Verden): string {
  return `${String(Number(v.dato(0).slice(0, 4)) - alder + 17)}-07-15`;
}

/** A child that lives elsewhere: follow-up, two visits a year, and an end to the way home. */
function anbringelsesfrister(model: Model, v: Verden): readonly VentetFrist[] {
  return model.anbringelser.flatMap((a) => {
    const { fra, til, tilsyn, hjemgivelse } = a;
    if (fra === null) return [];
    const frist = (regel: string, forfald: string, opfyldt: number | null): VentetFrist => ({
      ...{ regel, enkeltsagId: a.id, forfald, status: dagsstatus(v, forfald, opfyldt, til !== null) },
    });
    // Half a year to the first visit, a year to the second; then a year from the last but one.
    const naeste = tilsyn.map((_, nr) => {
      const holdt = tilsyn.slice(0, nr + 1).sort((x, y) => x - y);
      const forrige = holdt.at(-2);
      return frist('tilsynsbesoeg-naeste', plusMaaneder(v.dato(forrige ?? fra), 12), tilsyn[nr + 1] ?? null);
    });
    return [
      ...opfoelgninger('opfoelgning-foerste-anbringelse', a, fra, til !== null, model, v),
      frist('ungestoette-afgoerelse', seksMaanederFoer18(model.alder, v), a.ungestoette[0]?.dato ?? null),
      frist('tilsynsbesoeg-foerste', plusMaaneder(v.dato(fra), 6), tilsyn[0] ?? null),
      ...naeste,
      ...a.afloesteSlut.map((slut) => ({
        ...{ regel: 'hjemgivelsesperiode-slut', enkeltsagId: a.id, forfald: v.dato(slut) },
        status: 'bortfaldet' as const,
      })),
      ...(hjemgivelse.afgjort === null
        ? []
        : [frist('hjemgivelsesperiode-slut', v.dato(hjemgivelse.afgjort.slut), til)]),
    ];
  });
}

/** Until when the parents are not told; the next postponement takes the place of the last one. */
function udskydelsesfrister(model: Model, v: Verden): readonly VentetFrist[] {
  return model.underretninger.flatMap((u) =>
    u.udskudt.map(({ revurderes }, nr) => {
      const forfald = v.dato(revurderes);
      const afloest = nr < u.udskudt.length - 1 || u.fase === 'annulleret' || u.fase === 'videresendt';
      return {
        ...{ regel: 'underretning-foraeldreorientering-udskudt', enkeltsagId: u.id, forfald },
        status: dagsstatus(v, forfald, afloest ? null : u.alleOplyst, afloest),
      };
    }),
  );
}

/** Seven working days to answer or to say why not; then the day that was promised; seven to send a complaint on. */
function indsigtsfrister(model: Model, v: Verden): readonly VentetFrist[] {
  return model.aktindsigter.flatMap((a) => {
    const frist = (regel: string, forfald: string, opfyldt: number | null, afloest = false): VentetFrist => ({
      ...{ regel, enkeltsagId: a.id, forfald, status: dagsstatus(v, forfald, opfyldt, afloest) },
    });
    const breve = a.fristbreve.map(({ forventet }, nr) => {
      const sidste = nr === a.fristbreve.length - 1;
      return frist('aktindsigt-fristbrev', v.dato(forventet), sidste ? a.afgjort : null, !sidste);
    });
    const klage =
      a.klage === null
        ? []
        : [frist('aktindsigt-klage-tid', plusArbejdsdage(v.dato(a.klage.modtaget), 7), a.klage.videresendt)];
    return [frist('aktindsigt', plusArbejdsdage(v.dato(a.modtaget), 7), a.opfyldt), ...breve, ...klage];
  });
}

/** The municipality's own deadline, and what a notice has promised instead. */
function ansoegningsfrister(model: Model, v: Verden): readonly VentetFrist[] {
  return model.ansoegninger.flatMap((a) => {
    const frist = (regel: string, dag: number, opfyldt: number | null, afloest: boolean): VentetFrist => ({
      ...{ regel, enkeltsagId: a.id, forfald: v.dato(dag) },
      status: dagsstatus(v, v.dato(dag), opfyldt, afloest),
    });
    return [
      frist('sagsbehandlingsfrist-besked', a.svarSenest, a.opfyldt, false),
      ...a.beskeder.map(({ lovet }, nr) => {
        const sidste = nr === a.beskeder.length - 1;
        return frist('sagsbehandlingsfrist-lovet', lovet, sidste ? a.afgjort : null, !sidste);
      }),
    ];
  });
}
