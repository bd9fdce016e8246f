import { fitSignal } from './fit'

/** Written for the person's role. */
export const personaSignal = fitSignal('persona', 0.5, -0.6)
