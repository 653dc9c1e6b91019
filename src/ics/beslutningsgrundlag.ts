import { type CommandSession } from '../platform/commands/command.js';
import {
  Beslutningsgrundlag,
  type Plangrundlag,
  type Undersoegelsesgrundlag,
} from '../sagsstyring/sagsstyring.public.js';
import { kraevPlan } from './plan/opslag.js';
import { undersoegelsesdage } from './undersoegelse/afsluttet.js';
import { udenSamtykkeIGang } from './undersoegelse/uden_samtykke_i_gang.js';
import { kraevUndersoegelse } from './undersoegelse/udfoerelse.js';

/** Tells the case's committee track what an investigation and a plan are worth. */
export class IcsBeslutningsgrundlag extends Beslutningsgrundlag {
  async undersoegelse(session: CommandSession, bfuId: string): Promise<Undersoegelsesgrundlag> {
    const u = await kraevUndersoegelse(session, bfuId);
    return { barnId: u.barnId, ...undersoegelsesdage(u), udenSamtykke: udenSamtykkeIGang(u) };
  }

  async plan(session: CommandSession, planId: string): Promise<Plangrundlag> {
    const { barnId, fase, godkendt } = await kraevPlan(session, planId);
    return { barnId, gaeldendeFra: fase === 'gaeldende' ? godkendt : null };
  }
}
