import * as z from 'zod/mini'
import { sentence } from '../sentence'
import type { Person } from '../person'
import type { Story, Touch } from '../touch'

/** One reason why the lead matters. `weight` 0 to 1 orders factors; `touchIds` are its evidence and never empty for a factor about behaviour. */
export const factor = z.strictObject({
  name: z.string(),
  weight: z.number(),
  sentence,
  storyKeys: z.array(z.string()),
  touchIds: z.array(z.string()),
})
export type Factor = z.infer<typeof factor>

export interface WhyInput {
  person: Person
  stories: readonly Story[]
  /** Human touches only, newest first. */
  touches: readonly Touch[]
  now: number
}

/** One factor a file: pure, and silent where it has no evidence. */
export type FactorRule = (input: WhyInput) => Factor | undefined
