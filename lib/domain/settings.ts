import * as z from 'zod/mini'
import { sendChannel } from './ledger'

const text = z.optional(z.string())
const statuses = z.record(z.string(), z.string())

/** What a person chose on the desk; one stored item. */
export const settings = z.strictObject({
  role: z.enum(['rep', 'marketer']),
  salesforceClientId: text,
  sendChannel: z.optional(sendChannel),
  /** Write the CRM entry when the composer opens instead of asking afterwards. */
  logAtOpening: z.boolean(),
  subjectTemplate: z.string(),
  bodyTemplate: z.string(),
  /** A Not yet with a date also makes a CRM task due that day. */
  returnTask: z.boolean(),
  /** Verdict value → CRM status also written with it, per CRM; counts only for who may administer that CRM (`statusesFor`). */
  statusMap: z.strictObject({ salesforce: statuses, hubspot: statuses }),
  retentionDays: z.number(),
  libraryAddress: text,
})
export type Settings = z.infer<typeof settings>
export const settingsPatch = z.partial(settings)
export type SettingsPatch = z.infer<typeof settingsPatch>

export const defaultSettings: Settings = {
  role: 'rep',
  logAtOpening: false,
  subjectTemplate: '{assetTitle}',
  bodyTemplate: 'Hi {firstName},\n\n{assetTitle} may be useful for {company}:\n{link}\n\nBest regards\n{repName}',
  returnTask: true,
  statusMap: { salesforce: {}, hubspot: {} },
  retentionDays: 365,
}

/** What the organisation's policy fixed (managed storage); such controls are shown locked. Keys are documented in `docs/admin.md`. */
export const policy = z.strictObject({
  allowedOrgs: z.optional(z.array(z.string())),
  hubAddress: text,
  hubInvite: text,
  salesforceClientId: text,
  libraryAddress: text,
  allowBrowserSession: z.optional(z.boolean()),
  allowStaticToken: z.optional(z.boolean()),
  trackedLinks: z.optional(z.boolean()),
  allowExport: z.optional(z.boolean()),
  allowFreeText: z.optional(z.boolean()),
  retentionDays: z.optional(z.number()),
  /** CRM → verdict → status; where set, nobody chooses their own. */
  statusByVerdict: z.optional(z.strictObject({ salesforce: z.optional(statuses), hubspot: z.optional(statuses) })),
  /** Keys present but unusable: ignored, and said so. */
  ignored: z.array(z.string()),
})
export type Policy = z.infer<typeof policy>
