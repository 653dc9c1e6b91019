import { schemaOf, type Projection } from './projection.js';
import { FoldedProjection, type BatchMember } from './projection-batch.js';
import { checkpointName, shadowSchemaOf, tagOf } from './read-model-target.js';
import { type SchemaState } from './read-model-schema.js';

/** How a pair of projection and municipality stands. */
export type PairState = 'koerer' | 'genopbygges' | 'fejlet' | 'afloest';

/** One projection in one version, as this process runs it. */
export class ProjectionTarget {
  readonly folded: FoldedProjection;
  readonly checkpoint: string;
  readonly live: string;
  readonly shadow: string;
  readonly tag: string;
  swapping = false;

  constructor(
    readonly projection: Projection,
    public state: SchemaState,
  ) {
    this.folded = new FoldedProjection(projection);
    this.checkpoint = checkpointName(projection);
    this.live = schemaOf(projection);
    this.shadow = shadowSchemaOf(projection);
    this.tag = tagOf(projection);
  }
}

/** One municipality's place in one projection. */
export class ProjectionPair implements BatchMember {
  position = 0;
  failure: string | undefined;
  /** A newer version has taken the place of this one; its process goes on. */
  replaced = false;

  constructor(
    readonly target: ProjectionTarget,
    readonly tenant: number,
  ) {}

  get checkpoint(): string {
    return this.target.checkpoint;
  }

  get folded(): FoldedProjection {
    return this.target.folded;
  }

  get active(): boolean {
    return this.failure === undefined && !this.replaced;
  }

  get state(): PairState {
    if (this.replaced) return 'afloest';
    if (this.failure !== undefined) return 'fejlet';
    return this.target.state === 'shadow' ? 'genopbygges' : 'koerer';
  }
}
