import * as z from 'zod/mini'
import { asset } from './asset'

/** `problem` is a catalogue key under `importProblem`; `row` counts from 1. */
export const importProblem = z.strictObject({ row: z.number(), column: z.optional(z.string()), problem: z.string(), value: z.optional(z.string()) })
export type ImportProblem = z.infer<typeof importProblem>

/** What an import would do, before anything is written. `sendable`: how many of them reps will be able to send. */
export const importPlan = z.strictObject({
  added: z.array(asset), changed: z.array(asset), unchanged: z.number(), problems: z.array(importProblem), sendable: z.number(),
})
export type ImportPlan = z.infer<typeof importPlan>
