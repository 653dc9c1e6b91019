import { QueryBus } from '@nestjs/cqrs';
import { Temporal } from 'temporal-polyfill';
import { REBILD, type TestApi } from '../../src/platform/testing/api.js';
import { RunQuery, type Sql } from '../../src/platform/queries/query.js';
import { hentIndsatser } from '../../src/rapportering/l201/l201.query.js';
import { hentTilsynstal } from '../../src/rapportering/ledelsestilsyn/ledelsestilsyn.query.js';
import { hentAabneSager, hentIndsatserUdenPlan } from '../../src/rapportering/ledelsestilsyn/sager.query.js';
import { beregnNoegletal } from '../../src/rapportering/noegletal/noegletal.query.js';
import { hentFrister } from '../../src/sagsstyring/sagsstyring.public.js';
import { SIDSTE_DAG, type Verden } from './verden.js';

/** Days that figures are asked for: they lie among those that the walks record things on. */
const DAGE = [5, 20, 60, 120, SIDSTE_DAG] as const;

/**
 * What the figures, the lists of the leaders, the deliveries and the deadlines say as known at a place in the log. Asked
 * again later, they say the same, whatever has been put right since.
 */
export async function svarKendtVed(
  api: TestApi,
  v: Verden,
  position: number,
): Promise<Readonly<Record<string, unknown>>> {
  const laes = async (sql: Sql): Promise<Readonly<Record<string, unknown>>> => {
    const svar: Record<string, unknown> = {};
    for (const dag of DAGE) {
      const om = { kommune: REBILD, pr: v.dato(dag), position };
      const periode = { fra: v.dato(0), til: v.dato(dag) };
      for (const fristStart of ['opmaerksom', 'afgoerelse'] as const)
        svar[`nøgletal ${fristStart} ${String(dag)}`] = await beregnNoegletal(sql, { ...om, ...periode, fristStart });
      svar[`åbne sager ${String(dag)}`] = await hentAabneSager(sql, om);
      svar[`indsatser uden plan ${String(dag)}`] = await hentIndsatserUdenPlan(sql, om);
      svar[`tilsynstal ${String(dag)}`] = (await hentTilsynstal(sql, { ...om, ...periode })).ialt;
      const maaned = Temporal.PlainDate.from(v.dato(dag)).toPlainYearMonth().toString().replace('-', 'M');
      svar[`leverance ${maaned}`] = await hentIndsatser(sql, REBILD, maaned, position);
    }
    const frister = await hentFrister(sql, { kommune: REBILD, pr: v.nu, position, graense: 100_000 });
    // Which case a notification has come into since, and who has the case now, is no part of what was known of the deadlines.
    svar['frister'] = frister.map(({ sagId: _sagId, sagsbehandler: _sagsbehandler, team: _team, ...frist }) => frist);
    return svar;
  };
  const spoerger = {
    aktoer: { kommune: REBILD, id: 're01', navn: 'Revisor', roller: [] },
    korrelation: 'model',
    route: 'model',
  };
  return api.app
    .get(QueryBus)
    .execute(new RunQuery({ ...spoerger, context: 'rapportering' }, { read: laes, accessed: () => [] }));
}
