import * as activity from './activity.ts'
import * as marketing from './marketing.ts'
import { account, contact, group, lead, leadHistory, leadStatus, listView, organization, user, userPermissionAccess } from './people.ts'
import { object, readOnlyObject, required, text } from './fields.ts'
import type { Feature, FieldSpec, ObjectSpec } from './types.ts'

const emailTemplate = object('EmailTemplate', '00X', [text('Name', 80, { nameField: true, ...required })], readOnlyObject)

const objects: readonly ObjectSpec[] = [
  lead, contact, account, user, group, organization, leadStatus, leadHistory, listView, userPermissionAccess, emailTemplate,
  marketing.campaign, marketing.campaignMember, marketing.campaignMemberStatus, marketing.opportunity, marketing.opportunityContactRole,
  marketing.contentVersion, marketing.contentDocument, marketing.contentWorkspace, marketing.contentWorkspaceDoc,
  marketing.contentDistribution, marketing.contentDistributionView,
  activity.task, activity.event, activity.emailMessage, activity.emailMessageRelation, activity.leadFeedback,
]

/** What of the schema an org's features and field security leave visible. */
export interface SchemaSwitches {
  features: Record<Feature, boolean>
  /** Objects nobody may see, by name. */
  absentObjects: readonly string[]
  /** Fields hidden by field-level security, as `Lead.Rating`. */
  hiddenFields: readonly string[]
  /** Fields readable but not writable, as `Lead.Status`. */
  readOnlyFields: readonly string[]
}

/** The schema as one org's users see it. Names are looked up without regard to case, as the API does. */
export interface Schema {
  objects(): ObjectSpec[]
  findObject(name: string): ObjectSpec | undefined
  findByPrefix(prefix: string): ObjectSpec | undefined
  fields(spec: ObjectSpec): FieldSpec[]
  findField(spec: ObjectSpec, name: string): FieldSpec | undefined
  /** The reference field behind a relationship such as `Owner` or `Lead__r`. */
  findRelationship(spec: ObjectSpec, name: string): FieldSpec | undefined
  isWritable(spec: ObjectSpec, field: FieldSpec, mode: 'createable' | 'updateable'): boolean
}

/** Reads the switches at every call, so that they can be flipped while the sandbox runs. */
export function createSchema(switches: () => SchemaSwitches): Schema {
  const allowed = (feature: Feature | undefined): boolean => feature === undefined || switches().features[feature]
  const isSame = (left: string, right: string): boolean => left.toLowerCase() === right.toLowerCase()
  const visible = (spec: ObjectSpec): boolean => allowed(spec.feature) && !switches().absentObjects.includes(spec.name)
  const fields = (spec: ObjectSpec): FieldSpec[] =>
    spec.fields.filter((field) => allowed(field.feature) && !switches().hiddenFields.includes(`${spec.name}.${field.name}`))

  return {
    objects: () => objects.filter(visible),
    findObject: (name) => objects.find((spec) => isSame(spec.name, name) && visible(spec)),
    findByPrefix: (prefix) => objects.find((spec) => spec.keyPrefix === prefix && visible(spec)),
    fields,
    findField: (spec, name) => fields(spec).find((field) => isSame(field.name, name)),
    findRelationship: (spec, name) => fields(spec).find((field) => field.relationshipName !== undefined && isSame(field.relationshipName, name)),
    isWritable: (spec, field, mode) => field[mode] && !switches().readOnlyFields.includes(`${spec.name}.${field.name}`),
  }
}
