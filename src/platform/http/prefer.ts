import { type HttpRequest, singleHeader } from './http-request.js';

/** How long an answer waits for read models unless the caller says otherwise. */
export const DEFAULT_WAIT_MS = 2000;
/** A caller may not hold a connection longer than this. */
const MAX_WAIT_S = 30;

/** What of `Prefer` (RFC 7240) is followed. */
export interface Preference {
  readonly waitMs: number;
  readonly respondAsync: boolean;
  /** The value of `Preference-Applied`; undefined when nothing was preferred. */
  readonly applied?: string;
}

/** Preferences that are not known, or make no sense, are passed over, as RFC 7240 wants. */
export function preferenceOf(request: HttpRequest): Preference {
  const header = singleHeader(request, 'prefer');
  if (header === undefined) return { waitMs: DEFAULT_WAIT_MS, respondAsync: false };
  const preferences = header.split(',').map((part) => part.trim().toLowerCase());
  if (preferences.includes('respond-async')) return { waitMs: 0, respondAsync: true, applied: 'respond-async' };
  const wait = preferences
    .map((part) => /^wait="?(\d{1,6})"?$/.exec(part)?.[1])
    .find((seconds) => seconds !== undefined);
  if (wait === undefined) return { waitMs: DEFAULT_WAIT_MS, respondAsync: false };
  const seconds = Math.min(Number(wait), MAX_WAIT_S);
  return { waitMs: seconds * 1000, respondAsync: false, applied: `wait=${String(seconds)}` };
}
