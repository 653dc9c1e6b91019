import { fold } from '../../platform/commands/decider.js';
import { type DraftDocument } from '../../platform/drafts/draft-document.js';
import { sagDecider } from '../../sagsstyring/sagsstyring.public.js';
import { planDecider } from '../plan/plan.js';
import { undersoegelseDecider } from '../undersoegelse/undersoegelse.js';

const udtalelse = { step: 'udtalelse', names: { property: 'udtalelseId', ownNames: true } };
const sagkyndig = { step: 'sagkyndig', names: { property: 'sagkyndigId', ownNames: true } };
const maal = { step: 'maal', names: { property: 'maalId', ownNames: true } };

/** What can be drafted in an investigation, and the finished texts that make the drafts go. */
export const undersoegelseskladde: DraftDocument = {
  kind: undersoegelseDecider.kind,
  steps: [
    'aktoerer',
    'temaer',
    'udtalelse',
    'boernesamtale',
    'foraeldresamtale',
    'sagkyndig',
    'ppv',
    'fund',
    'analyse',
    'konklusion',
    'gennemgang',
    'partshoering',
    'foreloebig-vurdering',
    'afdaekning',
    'uden-samtykke',
  ],
  finishedBy: {
    'ics.AktoererAfdaekket': [{ step: 'aktoerer' }],
    'ics.AktoererUndladt': [{ step: 'aktoerer' }],
    'ics.TemaVurderet': [{ step: 'temaer', names: { property: 'tema', ownNames: false } }],
    'ics.UdtalelseAnmodet': [udtalelse],
    'ics.UdtalelseModtaget': [udtalelse],
    'ics.BoernesamtaleAfholdt': [{ step: 'boernesamtale' }],
    'ics.BoernesamtaleUndladt': [{ step: 'boernesamtale' }],
    'ics.ForaeldresamtaleAfholdt': [{ step: 'foraeldresamtale' }],
    'ics.SagkyndigUndersoegelseBestilt': [sagkyndig],
    'ics.SagkyndigUndersoegelseModtaget': [sagkyndig],
    'ics.SagkyndigUndersoegelseOpgivet': [sagkyndig],
    'ics.PpvStillingtagen': [{ step: 'ppv' }],
    'ics.FundNoteret': [{ step: 'fund', names: { property: 'fundId', ownNames: true } }],
    'ics.AnalyseUdarbejdet': [{ step: 'analyse' }],
    'ics.BfuKonkluderet': [{ step: 'konklusion' }],
    'ics.BfuGennemgaaet': [{ step: 'gennemgang' }],
    'ics.PartshoeringSendt': [{ step: 'partshoering' }],
    'ics.PartshoeringBesvaret': [{ step: 'partshoering' }],
    'ics.ForeloebigVurderingForetaget': [{ step: 'foreloebig-vurdering' }],
    'ics.UndersoegelseUdenSamtykkeAfsluttet': [{ step: 'uden-samtykke' }],
    'ics.AfdaekningAfsluttet': [{ step: 'afdaekning' }],
  },
  closed: (events) => {
    const u = fold(undersoegelseDecider, events);
    return u.fase === 'i-gang' ? undefined : `Undersøgelsen er ${u.fase}.`;
  },
};

/** A valid plan can be drafted in too: the next follow-up is written there. */
export const plankladde: DraftDocument = {
  kind: planDecider.kind,
  steps: ['grundlag', 'maal', 'hoering', 'inddragelse', 'opfoelgning'],
  finishedBy: {
    'ics.FundOverfoert': [{ step: 'grundlag' }],
    'ics.MaalOpstillet': [maal],
    'ics.MaalRettet': [maal],
    'ics.PlanhoeringBesvaret': [{ step: 'hoering' }],
    'ics.PlanGodkendt': [{ step: 'inddragelse' }],
    'ics.OpfoelgningAfholdt': [{ step: 'opfoelgning' }],
  },
  // The plan of a closed case is not written in, and one that is a draft stays a draft until the case is opened again.
  elsewhere: async (log, [foerste]) => {
    const sagId = foerste?.data['sagId'];
    return typeof sagId === 'string' ? log.stream(sagId) : [];
  },
  closed: (events, sagens) => {
    const plan = fold(planDecider, events);
    if (plan.fase === 'revideret' || plan.fase === 'afsluttet') return `Planen er ${plan.fase}.`;
    const sag = fold(sagDecider, sagens);
    return sag.fase === 'lukket'
      ? `Sagen blev lukket ${sag.lukket ?? ''}. Genåbn den for at skrive i planen; det skrevne kan læses og opgives.`
      : undefined;
  },
};
