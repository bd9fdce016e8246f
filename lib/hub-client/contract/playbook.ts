import * as z from 'zod/mini'

/** A playbook of any release of the hub. */
export const wirePlaybook = z.looseObject({ version: z.string() })

/** `base` is the version it was made from; absent for the first. */
export const playbookWrite = z.object({ base: z.optional(z.string()), playbook: z.unknown() })

export const playbookAnswer = z.object({ playbook: z.optional(wirePlaybook) })

/** With `conflict` nothing was stored, and both are shown. */
export const playbookOutcome = z.object({ status: z.enum(['stored', 'conflict']), current: z.optional(wirePlaybook), yours: z.optional(z.unknown()) })
