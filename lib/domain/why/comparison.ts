import { repeatedVisits } from './repeated-visits'

/** Compared with others: formula in `repeatedVisits`, weight 0.8. */
export const comparison = repeatedVisits({
  name: 'comparison', kind: 'comparison', weight: 0.8, once: 'why.comparison_once', twice: 'why.comparison_twice', times: 'why.comparison_times',
})
