import { repeatedVisits } from './repeated-visits'

/** Read about prices: formula in `repeatedVisits`, weight 0.88. */
export const pricing = repeatedVisits({
  name: 'pricing', kind: 'pricing', weight: 0.88, once: 'why.pricing_once', twice: 'why.pricing_twice', times: 'why.pricing_times',
})
