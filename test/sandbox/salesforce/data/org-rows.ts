import { leadStatuses, convertedLeadStatus } from '../schema/people.ts'
import type { OrgPlan } from '../org.ts'
import type { SeedBuilder } from './builder.ts'
import { addListViews } from './list-views.ts'

/** Adds what every org has: itself, its users, its lead statuses. */
export function addOrgRows(builder: SeedBuilder, org: Pick<OrgPlan, 'key' | 'name' | 'isSandbox' | 'users'>): void {
  builder.add('Organization', org.key, 900, { Name: org.name, OrganizationType: 'Enterprise Edition', InstanceName: 'EU42', IsSandbox: org.isSandbox, LanguageLocaleKey: 'en_US', TimeZoneSidKey: 'Europe/Berlin' })
  for (const user of org.users) {
    builder.add('User', `${user.email.split('@')[1] ?? ''}/${user.key}`, 800, {
      Name: user.name, FirstName: user.firstName, LastName: user.lastName, Username: user.email, Email: user.email, Title: user.title, Alias: user.lastName.slice(0, 8).toLowerCase(),
      IsActive: true, TimeZoneSidKey: 'Europe/Berlin', LocaleSidKey: 'en_GB', LanguageLocaleKey: 'en_US',
    })
  }
  addListViews(builder)
  for (const [index, entry] of leadStatuses.entries()) {
    const label = entry.replace('*', '')
    builder.add('LeadStatus', label, 900, { MasterLabel: label, ApiName: label, SortOrder: index + 1, IsDefault: entry.startsWith('*'), IsConverted: label === convertedLeadStatus })
  }
}
