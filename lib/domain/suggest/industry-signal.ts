import { fitSignal } from './fit'

/** From the person's own industry; a story of another one is worse than one of none. */
export const industrySignal = fitSignal('industry', 0.5, -0.8)
