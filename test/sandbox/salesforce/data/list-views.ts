import { seedId } from '../ids.ts'
import type { SeedBuilder } from './builder.ts'

/** A list view of leads: whom it shows, as the WHERE of its query. */
export interface ViewPlan { key: string; name: string; where: string }

export const leadViews: readonly ViewPlan[] = [
  { key: 'all-open', name: 'All Open Leads', where: 'IsConverted = false' },
  { key: 'handed-to-sales', name: 'Handed to sales', where: "Status IN ('Working - Contacted', 'Nurturing') AND IsConverted = false" },
]

export function viewId({ key }: Pick<ViewPlan, 'key'>): string {
  return seedId('00B', key)
}

/** Adds the views as rows, as SOQL over `ListView` finds them. */
export function addListViews(builder: SeedBuilder): void {
  for (const { key, name } of leadViews) builder.add('ListView', key, 600, { Name: name, DeveloperName: name.replaceAll(' ', '_'), SobjectType: 'Lead', IsSoqlCompatible: true })
}
