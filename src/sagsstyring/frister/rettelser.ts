/** Events that state another event's facts anew; what was said before is in `foer`. */
export const RETTELSER: Readonly<Record<string, string>> = {
  'sagsstyring.UnderretningRettet': 'sagsstyring.UnderretningModtaget',
  'ics.BfuRettet': 'ics.BfuBesluttet',
};
