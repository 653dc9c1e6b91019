import { fold } from '../../platform/commands/decider.js';
import { type DraftDocument } from '../../platform/drafts/draft-document.js';
import { planDecider } from '../plan/plan.js';
import { undersoegelseDecider } from '../undersoegelse/undersoegelse.js';

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
    'ics.AktoererAfdaekket': ['aktoerer'],
    'ics.TemaVurderet': ['temaer'],
    'ics.UdtalelseAnmodet': ['udtalelse'],
    'ics.UdtalelseModtaget': ['udtalelse'],
    'ics.BoernesamtaleAfholdt': ['boernesamtale'],
    'ics.BoernesamtaleUndladt': ['boernesamtale'],
    'ics.ForaeldresamtaleAfholdt': ['foraeldresamtale'],
    'ics.SagkyndigUndersoegelseBestilt': ['sagkyndig'],
    'ics.SagkyndigUndersoegelseModtaget': ['sagkyndig'],
    'ics.PpvStillingtagen': ['ppv'],
    'ics.AnalyseUdarbejdet': ['analyse', 'fund'],
    'ics.BfuKonkluderet': ['konklusion'],
    'ics.BfuGennemgaaet': ['gennemgang'],
    'ics.PartshoeringSendt': ['partshoering'],
    'ics.PartshoeringBesvaret': ['partshoering'],
    'ics.ForeloebigVurderingForetaget': ['foreloebig-vurdering'],
    'ics.UndersoegelseUdenSamtykkeAfsluttet': ['uden-samtykke'],
    'ics.AfdaekningAfsluttet': '*',
    'ics.BfuGodkendt': '*',
    'ics.BfuAfbrudt': '*',
  },
  closed: (events) => {
    const u = fold(undersoegelseDecider, events);
    return u.fase === 'i-gang' ? undefined : `Undersøgelsen er ${u.fase}.`;
  },
};

/** A valid plan can be drafted in too: the next follow-up is written there. */
export const plankladde: DraftDocument = {
  kind: planDecider.kind,
  steps: ['formaal', 'grundlag', 'maal', 'hoering', 'inddragelse', 'opfoelgning'],
  finishedBy: {
    'ics.FundOverfoert': ['grundlag'],
    'ics.MaalOpstillet': ['maal'],
    'ics.MaalRettet': ['maal'],
    'ics.PlanhoeringBesvaret': ['hoering'],
    'ics.PlanGodkendt': ['inddragelse', 'formaal', 'maal', 'grundlag', 'hoering'],
    'ics.OpfoelgningAfholdt': ['opfoelgning'],
    'ics.PlanErstattet': '*',
    'ics.PlanAfsluttet': '*',
  },
  closed: (events) => {
    const plan = fold(planDecider, events);
    return plan.fase === 'revideret' || plan.fase === 'afsluttet' ? `Planen er ${plan.fase}.` : undefined;
  },
};
