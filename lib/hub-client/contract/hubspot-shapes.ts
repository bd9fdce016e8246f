import * as z from 'zod/mini'

const personal = [
  'email', 'firstname', 'lastname', 'company', 'jobtitle', 'industry', 'country', 'hs_language', 'lifecyclestage', 'hs_lead_status', 'hubspot_owner_id',
  'hs_email_optout', 'createdate', 'first_conversion_event_name', 'first_conversion_date', 'recent_conversion_event_name', 'recent_conversion_date',
  'hs_calculated_form_submissions', 'hs_sales_email_last_replied', 'hs_document_last_revisited',
] as const
const families = /^(?:leadside_[a-z]{1,20}|hs_analytics_(?:source|(?:first|last)_(?:url|timestamp)))$/
/** What became of leads that were handed over; for the desk. */
const handedOver = /^(?:hs_v2_date_entered_\w{1,80}|hs_(?:analytics|latest)_source(?:_data_[12]|_timestamp)?|hs_analytics_(?:first|last)_touch_converting_campaign|hs_email_last_(?:email_name|send_date|click_date)|hs_first_outreach_date|hs_sa_first_engagement_date|notes_last_contacted)$/
const propertyName = z.string().check(z.regex(/^[a-z0-9_]{1,100}$/))

/** Properties that tell what others judged, or how leads went: not for a rep who asks for many at once. */
export function isDeskProperty(name: string): boolean {
  return name.startsWith('leadside_') || handedOver.test(name)
}

/** Contact properties that may be read: Leadside's own, those of the panel, and one more, because each portal names its lead score itself. */
const contactNames = z.array(propertyName).check(
  z.maxLength(60), z.refine((names) => names.filter((name) => !(personal as readonly string[]).includes(name) && !families.test(name) && !handedOver.test(name)).length <= 1),
)

export const recordId = z.string().check(z.regex(/^\d{1,20}$/))
/** HubSpot's dated versions. */
export const version = z.string().check(z.regex(/^\d{4}-\d\d$/))
export const count = z.optional(z.string().check(z.regex(/^\d{1,4}$/)))
export const after = z.optional(z.string().check(z.regex(/^[\w=+/:-]{1,200}$/)))
export const versioned = z.strictObject({ version })
export const versionedRecord = z.strictObject({ version, id: recordId })
export const activity = z.enum(['notes', 'emails', 'tasks'])
/** A contact by its id or its address. */
export const contactParams = z.strictObject({ version, id: z.union([recordId, z.string().check(z.regex(/^[^\s/?#@]{1,100}@[^\s/?#@]{1,255}$/))]) })

const contactById = z.strictObject({
  properties: z.string().check(z.refine((text) => z.safeParse(contactNames, text.split(',')).success)),
  propertiesWithHistory: z.optional(z.literal('leadside_event')),
  associations: z.optional(z.string().check(z.regex(/^(?:notes|emails|leads)(?:,(?:notes|emails|leads)){0,2}$/))),
})
const contactByAddress = z.strictObject({ idProperty: z.literal('email'), associations: z.optional(z.literal('leads')) })
export const contactQuery = z.union([contactById, contactByAddress])

const inputs = z.array(z.strictObject({ id: recordId })).check(z.minLength(1), z.maxLength(100))
export const idBatch = z.strictObject({ inputs })
export const contactBatch = z.strictObject({ properties: contactNames, propertiesWithHistory: z.array(z.literal('leadside_event')).check(z.maxLength(1)), inputs })
export const activityBatch = z.strictObject({
  properties: z.array(z.string().check(z.regex(/^(?:hs_[a-z_]{1,60}|hubspot_owner_id)$/))).check(z.maxLength(30)),
  propertiesWithHistory: z.array(z.never()).check(z.maxLength(0)), inputs,
})

/** The team's verdicts, oldest change first. */
const verdictSearch = z.strictObject({
  filterGroups: z.tuple([z.strictObject({ filters: z.tuple([
    z.strictObject({ propertyName: z.literal('leadside_event'), operator: z.literal('HAS_PROPERTY') }),
    z.strictObject({ propertyName: z.literal('lastmodifieddate'), operator: z.literal('GTE'), value: z.string().check(z.regex(/^\d{1,15}$/)) }),
  ]) })]),
  sorts: z.tuple([z.strictObject({ propertyName: z.literal('lastmodifieddate'), direction: z.literal('ASCENDING') })]),
  properties: z.tuple([z.literal('lastmodifieddate')]),
  limit: z.number().check(z.int(), z.minimum(1), z.maximum(100)),
  after: z.string().check(z.regex(/^\d{1,6}$/)),
})

/** Contacts by the moment they entered a lifecycle stage. */
const entered = z.string().check(z.regex(/^hs_v2_date_entered_\w{1,80}$/))
const stageSearch = z.strictObject({
  filterGroups: z.tuple([z.strictObject({ filters: z.tuple([z.strictObject({ propertyName: entered, operator: z.literal('GTE'), value: z.string().check(z.regex(/^\d{1,15}$/)) })]) })]),
  sorts: z.tuple([z.strictObject({ propertyName: entered, direction: z.literal('ASCENDING') })]),
  properties: z.tuple([entered]),
  limit: z.number().check(z.int(), z.minimum(1), z.maximum(200)),
  after: z.string().check(z.regex(/^\d{1,6}$/)),
})
export const contactSearch = z.union([verdictSearch, stageSearch])

export const listSearch = z.strictObject({ query: z.literal(''), count: z.number().check(z.int(), z.minimum(1), z.maximum(500)), offset: z.number().check(z.int(), z.minimum(0)) })
export const dealBatch = z.strictObject({
  properties: z.array(z.enum(['dealstage', 'amount', 'closedate', 'createdate', 'deal_currency_code', 'hs_is_closed', 'hs_is_closed_won'])),
  propertiesWithHistory: z.array(z.never()).check(z.maxLength(0)), inputs,
})
export const published = z.strictObject({ state: z.enum(['PUBLISHED', 'PUBLISHED_OR_SCHEDULED']), sort: z.literal('-updatedAt'), limit: count, after })

const text = (most: number) => z.optional(z.string().check(z.maxLength(most)))
/** The lead status is checked beside (`hub/hubspot/lead-status.ts`). */
export const verdictProperties = z.strictObject({ properties: z.strictObject({
  leadside_verdict: text(20), leadside_reason: text(200), leadside_until: text(20), leadside_by: text(300), leadside_at: text(40),
  leadside_campaign: text(2000), leadside_event: text(65_536), hs_lead_status: text(100),
}) })

/** What is logged says that Leadside did it, and for which event. */
const marked = /leadside:(?:verdict|send-log|return-task):[0-9a-f-]{36}/

/** Whether the text of a note, mail or task is one that Leadside wrote. */
export function isLeadsides(body: string): boolean {
  return marked.test(body)
}

const bodies = ['hs_note_body', 'hs_email_text', 'hs_task_body'] as const

/** A note, mail or task on one contact; nothing but what is shown and who it is from. */
export const newActivity = z.strictObject({
  properties: z.record(z.string().check(z.regex(/^(?:hs_(?:timestamp|note_body|email_(?:direction|status|subject|text|headers)|task_(?:body|subject|type|status|priority))|hubspot_owner_id)$/)), z.string().check(z.maxLength(65_536)))
    .check(z.refine((properties) => bodies.some((name) => marked.test(properties[name] ?? '')))),
  associations: z.tuple([z.strictObject({
    to: z.strictObject({ id: recordId }),
    types: z.tuple([z.strictObject({ associationCategory: z.literal('HUBSPOT_DEFINED'), associationTypeId: z.union([z.literal(202), z.literal(198), z.literal(204)]) })]),
  })]),
})
export const taskChange = z.strictObject({ properties: z.strictObject({ hs_timestamp: text(40), hs_task_body: z.optional(z.string().check(z.maxLength(65_536), z.regex(marked))), hs_task_status: z.optional(z.literal('COMPLETED')) }) })

const ownName = z.string().check(z.regex(/^leadside(?:_[a-z]{1,20})?$/))
export const ownDefinition = z.strictObject({ version, name: z.union([ownName, z.literal('lifecyclestage')]) })
export const ownProperties = z.strictObject({ archived: z.literal(false), inputs: z.array(z.strictObject({ name: ownName })).check(z.maxLength(20)) })
export const newGroup = z.strictObject({ name: z.literal('leadside'), label: z.string().check(z.maxLength(200)), displayOrder: z.number() })
export const newProperty = z.looseObject({ name: z.string().check(z.regex(/^leadside_[a-z]{1,20}$/)), label: z.string(), groupName: z.literal('leadside'), type: z.string(), fieldType: z.string() })
