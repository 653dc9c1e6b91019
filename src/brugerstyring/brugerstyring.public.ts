import { type ContextRegistration } from '../platform/registry.js';

/** Users and roles come from the identity provider, and the access log is no event: nothing to declare. */
export const brugerstyringRegistration: ContextRegistration = { name: 'brugerstyring', events: [], projections: [] };

/** The auditor's command line shows history the same way as the API does. */
export { linjeAf, omtalteBoern } from './haendelser/haendelseslinje.js';
export { laesSide, sider } from './haendelser/haendelsesstroem.js';
export { FORKLARINGER } from './revision/verifikationstekster.js';
