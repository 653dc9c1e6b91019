const TRANSIENT_CODES = new Set([
  '57P01',
  '57P02',
  '57P03',
  '40001',
  '40P01',
  '53300',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
]);

/** The connection went, the server restarts, or a lock cycle was broken: the same statement may succeed in a moment. */
export function isTransient(error: unknown): boolean {
  if (!(error instanceof Error)) {
    return false;
  }
  const code = codeOf(error);
  return (
    (code !== undefined && (TRANSIENT_CODES.has(code) || code.startsWith('08'))) ||
    /connection terminated|connection error|not queryable|timeout exceeded when trying to connect/i.test(error.message)
  );
}

export function codeOf(error: unknown): string | undefined {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}

/** Runs again after 50, 100, 200 … ms while the failure may pass; only for what may safely be done twice. */
export async function withRetry<T>(attempts: number, run: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run();
    } catch (error) {
      if (attempt >= attempts || !isTransient(error)) {
        throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, 50 * 2 ** (attempt - 1)));
    }
  }
}
