import { convertedLeadStatus } from '../schema/people.ts'
import type { SeedBuilder } from './builder.ts'
import { lost, nurturing, open, working, type LeadPlan } from './plans.ts'

/** Statuses a lead went through, with the day each was reached: sales takes it up the day after it came, and decides later. */
function pathOf({ status, createdDaysAgo, converted }: LeadPlan): [status: string, daysAgo: number][] {
  const taken: [string, number] = [working, Math.max(0, createdDaysAgo - 1)]
  if (status === open) return []
  if (status === working) return [taken]
  if (status === nurturing || status === lost) return [taken, [status, Math.max(0, createdDaysAgo - 6)]]
  return converted === undefined ? [] : [taken, [convertedLeadStatus, converted.daysAgo]]
}

/** Adds what field history keeps of a lead's status. */
export function addHistory(builder: SeedBuilder, plan: LeadPlan, leadId: string, by: string): void {
  let before = open
  pathOf(plan).forEach(([status, daysAgo], index) => {
    const at = builder.at(daysAgo, `${10 + index}:00`)
    builder.add('LeadHistory', `${plan.key}/${index}`, daysAgo, { LeadId: leadId, Field: 'Status', DataType: 'DynamicEnum', OldValue: before, NewValue: status, CreatedDate: at, LastModifiedDate: at, SystemModstamp: at }, by)
    before = status
  })
}
