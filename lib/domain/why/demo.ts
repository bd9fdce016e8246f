import { repeatedVisits } from './repeated-visits'

/** Looked at or asked for a demo: formula in `repeatedVisits`, weight 0.9. */
export const demo = repeatedVisits({ name: 'demo', kind: 'demo', weight: 0.9, once: 'why.demo_once', twice: 'why.demo_twice', times: 'why.demo_times' })
