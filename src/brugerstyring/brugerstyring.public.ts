import { type ContextRegistration } from '../platform/registry.js';

/** Users and roles come from the identity provider, and the access log is no event: nothing to declare. */
export const brugerstyringRegistration: ContextRegistration = { name: 'brugerstyring', events: [], projections: [] };
