import { type CommandSession } from '../../platform/commands/command.js';

/** An investigation as a recommendation may rest on it. */
export interface Undersoegelsesgrundlag {
  readonly barnId: string;
  /** The day it was approved, and with it finished; null while it is not. */
  readonly afsluttet: string | null;
  /** The day it was concluded: how old what it says is. Null while it is not approved. */
  readonly konkluderet: string | null;
  /** What runs of it without consent; null when nothing does. */
  readonly udenSamtykke: IgangUdenSamtykke | null;
}

/** What the committee has decided is being carried out without consent, and has not been ended in the investigation. */
export interface IgangUdenSamtykke {
  readonly bfuId: string;
  readonly buuSagId: string;
  /** The child is away from home because of it. */
  readonly opholdIGang: boolean;
}

/** A plan as a recommendation may rest on it. */
export interface Plangrundlag {
  readonly barnId: string;
  /** The day it was approved; null when it is not the child's valid plan. */
  readonly gaeldendeFra: string | null;
}

/**
 * What a recommendation to the committee rests on and this context does not own. Whoever owns investigations and plans
 * answers; so the law can be kept here without going up to them.
 */
export abstract class Beslutningsgrundlag {
  /** Not found when there is none. */
  abstract undersoegelse(session: CommandSession, bfuId: string): Promise<Undersoegelsesgrundlag>;
  /** Not found when there is none. */
  abstract plan(session: CommandSession, planId: string): Promise<Plangrundlag>;
}
