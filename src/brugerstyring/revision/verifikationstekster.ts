import { type VerifyProblem } from '../../platform/eventstore/event-store.js';

/** What each finding means to an auditor. */
export const FORKLARINGER: Readonly<Record<VerifyProblem['problem'], string>> = {
  gap: 'Der mangler pladser i loggen: noget, der blev skrevet, er fjernet.',
  'missing-event': 'En hændelse, der blev skrevet, er fjernet.',
  'extra-event': 'Der er en hændelse, som ikke blev skrevet gennem systemet.',
  hash: 'Indholdet er ikke det, der blev skrevet.',
  'seal-mismatch': 'Kæden er ikke den, der blev forseglet.',
  truncated: 'Loggen er kortere, end da den blev forseglet: den er skåret af.',
  'bad-signature': 'Et segl er ikke underskrevet med systemets nøgle.',
};
