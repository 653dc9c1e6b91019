/** The event type is in no declaration this program knows: a context is not registered, or the log is newer than the program. */
export class UnknownEventType extends Error {
  override readonly name = 'UnknownEventType';

  constructor(readonly type: string) {
    super(`Event type ${type} is not declared`);
  }
}

/** Data that does not fit its declaration. Says where, never what: the value may be personal data. */
export class InvalidEventData extends Error {
  override readonly name = 'InvalidEventData';

  constructor(
    readonly type: string,
    readonly issues: readonly { readonly path: string; readonly message: string }[],
  ) {
    super(
      `Event ${type} does not fit its schema: ${issues.map((issue) => `${issue.path}: ${issue.message}`).join('; ')}`,
    );
  }
}

/** A commit that no store could take: an error in the program, not a race. */
export class InvalidCommit extends Error {
  override readonly name = 'InvalidCommit';
}

export class UnknownTenant extends Error {
  override readonly name = 'UnknownTenant';

  constructor(readonly tenant: number) {
    super(`Tenant ${String(tenant)} is unknown or closed`);
  }
}

/** Nothing more can be sealed for a person whose key was destroyed: dropping what was said in silence would be worse. */
export class SubjectErased extends Error {
  override readonly name = 'SubjectErased';

  constructor(readonly subjectId: string) {
    super(`The key of data subject ${subjectId} has been destroyed`);
  }
}
