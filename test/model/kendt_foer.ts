import { QueryBus } from '@nestjs/cqrs';
import { Temporal } from 'temporal-polyfill';
import { REBILD, type TestApi } from '../../src/platform/testing/api.js';
import { RunQuery, type Sql } from '../../src/platform/queries/query.js';
import { hentIndsatser } from '../../src/rapportering/l201/l201.query.js';
import { hentTilsynstal } from '../../src/rapportering/ledelsestilsyn/ledelsestilsyn.query.js';
import { hentAabneSager, hentIndsatserUdenPlan } from '../../src/rapportering/ledelsestilsyn/sager.query.js';
import { beregnNoegletal } from '../../src/rapportering/noegletal/noegletal.query.js';
import { hentFrister } from '../../src/sagsstyring/sagsstyring.public.js';

/**
 * What the figures, the lists of the leaders, the deliveries and the deadlines say as known at a place in the log. Asked
 * again later, they say the same, whatever has been put right since.
 */
export async function svarKendtVed(
  api: TestApi,
  { dage, nu }: { readonly dage: readonly string[]; readonly nu: string },
  position: number,
): Promise<Readonly<Record<string, unknown>>> {
  const laes = async (sql: Sql): Promise<Readonly<Record<string, unknown>>> => {
    const svar: Record<string, unknown> = {};
    const [foerste = nu.slice(0, 10)] = dage;
    for (const pr of dage) {
      const om = { kommune: REBILD, pr, position };
      const periode = { fra: foerste, til: pr };
      for (const fristStart of ['opmaerksom', 'afgoerelse'] as const)
        svar[`nøgletal ${fristStart} ${pr}`] = await beregnNoegletal(sql, { ...om, ...periode, fristStart });
      svar[`åbne sager ${pr}`] = await hentAabneSager(sql, om);
      svar[`indsatser uden plan ${pr}`] = await hentIndsatserUdenPlan(sql, om);
      svar[`tilsynstal ${pr}`] = (await hentTilsynstal(sql, { ...om, ...periode })).ialt;
      const maaned = Temporal.PlainDate.from(pr).toPlainYearMonth().toString().replace('-', 'M');
      svar[`leverance ${maaned}`] = await hentIndsatser(sql, REBILD, maaned, position);
    }
    const frister = await hentFrister(sql, { kommune: REBILD, pr: nu, position, graense: 100_000 });
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
