/** One entry of the Events API. `properties` is made on demand: a contact may have thousands of events. */
export interface Occurrence {
  id: string
  eventType: string
  contactId: string
  at: number
  properties: () => Record<string, string>
}

/** One entry of the e-mail events API, in HubSpot's own words. */
export interface EmailEvent {
  id: string
  type: string
  /** Epoch milliseconds. */
  created: number
  recipient: string
  emailCampaignId: number
  /** The rest of the entry, by type. */
  more: Record<string, unknown>
}

export interface EmailCampaign {
  id: number
  name: string
  subject: string
  /** The marketing e-mail object it was sent from. */
  contentId: string
  sentAt: number
}

export interface FormDefinition {
  id: string
  name: string
  createdAt: number
  updatedAt: number
  fields: readonly string[]
}

export interface FormSubmission {
  conversionId: string
  formId: string
  at: number
  pageUrl: string
  values: readonly { name: string; value: string }[]
}

export interface MarketingEvent {
  id: string
  name: string
  externalEventId: string
  startsAt: number
}

export interface Participation {
  id: string
  contactId: string
  eventId: string
  at: number
  state: 'REGISTERED' | 'ATTENDED' | 'NO_SHOW' | 'CANCELLED'
  seconds: number
  share: number
}

export interface Segment {
  id: string
  name: string
  members: readonly string[]
  at: number
}

export interface CmsItem {
  id: string
  name: string
  url: string
  slug: string
  description: string
  publishedAt: number
  updatedAt: number
  campaignId?: string | undefined
  tagIds: readonly number[]
}

export interface BlogTag {
  id: number
  name: string
  slug: string
}

export interface FileItem {
  id: string
  name: string
  path: string
  url: string
  extension: string
  size: number
  kind: 'DOCUMENT' | 'IMG' | 'MOVIE' | 'OTHER'
  access: string
  folderId: string
  updatedAt: number
}

export interface MarketingEmail {
  id: string
  name: string
  subject: string
  publishedAt: number
  campaignId?: string | undefined
  url: string
}

export interface Campaign {
  /** GUID */
  id: string
  name: string
  startsAt: number
  /** Asset type (`LANDING_PAGE`, `BLOG_POST`, `MARKETING_EMAIL`, `FORM`) → its assets. */
  assets: Readonly<Record<string, readonly { id: string; name: string }[]>>
}

/** What the marketing hub of a portal knows. */
export interface Marketing {
  /** By contact id, newest first. */
  occurrences: Map<string, Occurrence[]>
  /** Newest first. */
  emailEvents: EmailEvent[]
  emailCampaigns: EmailCampaign[]
  forms: FormDefinition[]
  submissions: FormSubmission[]
  events: MarketingEvent[]
  participations: Participation[]
  segments: Segment[]
  blogPosts: CmsItem[]
  blogTags: BlogTag[]
  landingPages: CmsItem[]
  files: FileItem[]
  emails: MarketingEmail[]
  campaigns: Campaign[]
}

export function createMarketing(): Marketing {
  return {
    occurrences: new Map(), emailEvents: [], emailCampaigns: [], forms: [], submissions: [], events: [], participations: [],
    segments: [], blogPosts: [], blogTags: [], landingPages: [], files: [], emails: [], campaigns: [],
  }
}
