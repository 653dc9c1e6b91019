/** Where background work tells operators what went wrong: English, never data of an event or a row. Nest's Logger fits. */
export interface OperatorLog {
  log(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}

export const standardErrorLog: OperatorLog = {
  log: (message) => void process.stderr.write(`${message}\n`),
  warn: (message) => void process.stderr.write(`${message}\n`),
  error: (message) => void process.stderr.write(`${message}\n`),
};

/** Says what failed without the values that made it fail: messages of PostgreSQL and of parsers quote them. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) {
    return 'unknown error';
  }
  const fields = Object.fromEntries(Object.entries(error)) as Readonly<Record<string, unknown>>;
  if (typeof fields['code'] === 'string') {
    const where = ['table', 'column', 'constraint'].flatMap((name) =>
      typeof fields[name] === 'string' ? [`${name} ${fields[name]}`] : [],
    );
    return [`${error.name} ${fields['code']}`, ...where].join(', ');
  }
  const frame = /\n\s+at ([^\n]+)/.exec(error.stack ?? '')?.[1];
  // V8 words these itself, from names in the code.
  const message =
    error instanceof TypeError || error instanceof ReferenceError || error instanceof WriteError
      ? `: ${error.message}`
      : '';
  return `${error.name}${message}${frame === undefined ? '' : ` at ${frame.replaceAll(/\(?file:\/\/|\)/g, '')}`}`;
}

/** A projection asked for something its declaration does not allow; the message names tables and columns only. */
export class WriteError extends Error {
  override readonly name = 'WriteError';
}
