import { Temporal } from 'temporal-polyfill';
import { dagsstatus, erArbejdsdag, type VentetFrist } from './frister.js';
import { type Afgoerelse, type Model } from './tilstand.js';
import { type Formandsafgoerelse, type Klage, maanederEfter } from './tilstand_tvang.js';
import { type Verden } from './verden.js';

/** Four weeks from when a party has the decision; for the citizen's good to the next day that is open. */
export function klagefrist(modtaget: number, v: Verden): string {
  let dag = Temporal.PlainDate.from(v.dato(modtaget + 28));
  while (!erArbejdsdag(dag)) dag = dag.add({ days: 1 });
  return dag.toString();
}

/** Every deadline of the committee's cases, the chairman's decisions and the complaints. */
export function tvangsfrister(model: Model, v: Verden): readonly VentetFrist[] {
  const { buuSager, formandsafgoerelser, afgoerelser, klager } = model.tvang;
  return [
    ...buuSager.flatMap((b) => {
      if (b.kode !== 'undersoegelse-uden-samtykke' || b.fase !== 'vedtaget' || b.afgjort === null) return [];
      const forfald = maanederEfter(b.afgjort, 2, v);
      return [
        {
          ...{ regel: 'bfu-uden-samtykke-ophold', enkeltsagId: b.id, forfald },
          status: dagsstatus(v, forfald, b.gennemfoert, false),
        },
      ];
    }),
    ...buuSager.flatMap((b) =>
      b.genbehandlinger.map(({ regel, senest, opfyldt, bortfaldet }) => ({
        ...{ regel, enkeltsagId: b.id, forfald: senest },
        status: dagsstatus(v, senest, opfyldt, bortfaldet),
      })),
    ),
    ...formandsafgoerelser.flatMap((f) => formandsfrister(f, v)),
    ...[...afgoerelser, ...model.visitationer.flatMap((visitation) => visitation.afgoerelser)].flatMap((a) =>
      klagefrister(a, klager, v),
    ),
    ...klager.flatMap((k) => klagesagsfrister(k, v)),
  ];
}

/** 24 hours to tell the parties, seven days to be approved counting the first, a month to be replaced. */
function formandsfrister(f: Formandsafgoerelse, v: Verden): readonly VentetFrist[] {
  if (f.ivaerksat === null) return [];
  const slut = f.fase === 'ophaevet' || f.fase === 'bortfaldet';
  const dagsfrist = (regel: string, forfald: string, opfyldt: number | null): VentetFrist => ({
    ...{ regel, enkeltsagId: f.id, forfald, status: dagsstatus(v, forfald, opfyldt, slut) },
  });
  return [
    meddelelsesfrist(f, f.ivaerksat, v),
    dagsfrist('formandsbeslutning-godkendelse', v.dato(f.ivaerksat + 6), f.godkendt ?? f.erstattet),
    dagsfrist('formandsbeslutning-gyldighed', maanederEfter(f.ivaerksat, 1, v), f.erstattet),
  ];
}

/** Carried out at 12 and told at 13: in time on the same day, an hour late on the next. With no party there is nobody to tell. */
function meddelelsesfrist(f: Formandsafgoerelse, ivaerksat: number, v: Verden): VentetFrist {
  const forfald = Temporal.ZonedDateTime.from(`${v.tid(ivaerksat, '12:00')}[Europe/Copenhagen]`).add({ hours: 24 });
  const udloebet = Temporal.Instant.compare(forfald.toInstant(), Temporal.Instant.from(v.nu)) < 0;
  const alle = f.parter.every((hvem) => f.meddelt.has(hvem));
  const meddelt = alle ? Math.max(...f.meddelt.values(), f.parter.length === 0 ? ivaerksat : -Infinity) : null;
  const opfyldt = meddelt !== null && meddelt <= ivaerksat ? 'opfyldt' : 'opfyldt-for-sent';
  return {
    ...{ regel: 'formandsbeslutning-meddelelse', enkeltsagId: f.id },
    forfald: forfald.toString({ timeZoneName: 'never' }),
    status: meddelt !== null ? opfyldt : udloebet ? 'overskredet' : 'forfalder',
  };
}

/** The party's own: met by the first complaint that came. */
function klagefrister(a: Afgoerelse, klager: readonly Klage[], v: Verden): readonly VentetFrist[] {
  return [...a.meddelt.values()].map(({ id, dag }) => {
    const forfald = klagefrist(dag, v);
    const klage = klager.find(({ meddelelse }) => meddelelse === id);
    const status = dagsstatus(v, forfald, klage?.modtaget ?? null, false);
    return { regel: 'klagefrist', enkeltsagId: id, forfald, status };
  });
}

/** Four weeks to judge one's own decision again; eight for Ankestyrelsen on the committee's. */
function klagesagsfrister(k: Klage, v: Verden): readonly VentetFrist[] {
  const frist = (regel: string, forfald: string, opfyldt: number | null): VentetFrist => ({
    ...{ regel, enkeltsagId: k.id, forfald, status: dagsstatus(v, forfald, opfyldt, k.trukket) },
  });
  if (k.afgoerelse.organ === 'KB')
    return [frist('remonstration', v.dato(k.modtaget + 28), k.genvurderet ?? k.oversendt)];
  return k.oversendt === null ? [] : [frist('ast-behandling-buu', v.dato(k.oversendt + 56), k.anke)];
}
