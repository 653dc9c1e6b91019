import { type Pool } from 'pg';
import { type PairStatus, type ProjectionStatus } from '../projection/projection-runner.js';

/** A database that takes longer than this to say "1" is not ready for users. */
const DATABASE_TIMEOUT_MS = 2000;
/** 98 municipalities times a dozen projections would be a page nobody reads: only the worst are shown. */
const MOST_SHOWN = 20;

export interface Health {
  readonly klar: boolean;
  readonly database: { readonly svarer: boolean; readonly millisekunder: number };
  readonly projektioner: {
    /** False: this process runs none. */
    readonly koerer: boolean;
    readonly antal: number;
    readonly fejlede: number;
    readonly stoersteEfterslaeb: number;
    /** Those that have failed or are behind, the worst first. */
    readonly eftersyn: readonly PairStatus[];
  };
}

/** Whether this process can serve users now. */
export class HealthCheck {
  constructor(
    private readonly pool: Pick<Pool, 'query'>,
    private readonly projections: { status(): ProjectionStatus } | undefined,
  ) {}

  async look(): Promise<Health> {
    const started = performance.now();
    const svarer = await this.databaseAnswers();
    const status = this.projections?.status() ?? { sund: true, par: [] };
    const eftersyn = status.par
      .filter((pair) => pair.tilstand === 'fejlet' || pair.efterslaeb > 0)
      .sort((a, b) => Number(b.tilstand === 'fejlet') - Number(a.tilstand === 'fejlet') || b.efterslaeb - a.efterslaeb);
    return {
      klar: svarer && status.sund,
      database: { svarer, millisekunder: Math.round(performance.now() - started) },
      projektioner: {
        koerer: this.projections !== undefined,
        antal: status.par.length,
        fejlede: status.par.filter((pair) => pair.tilstand === 'fejlet').length,
        stoersteEfterslaeb: status.par.reduce((most, pair) => Math.max(most, pair.efterslaeb), 0),
        eftersyn: eftersyn.slice(0, MOST_SHOWN),
      },
    };
  }

  private async databaseAnswers(): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<false>((resolve) => {
      timer = setTimeout(() => {
        resolve(false);
      }, DATABASE_TIMEOUT_MS);
    });
    try {
      return await Promise.race([this.pool.query('SELECT 1').then(() => true), tooLate]);
    } catch {
      return false;
    } finally {
      clearTimeout(timer);
    }
  }
}
