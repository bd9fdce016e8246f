/** One thing a person did or was sent, as the seeds write it. Days count back from now; fractions are not used, times are. */
export type StoryEvent =
  | { kind: 'member'; campaign: string; status: string; daysAgo: number }
  /** A mail the rep logged; `openedAfter` in seconds, so that a few seconds means a scanner. */
  | { kind: 'email'; subject: string; asset?: string | undefined; daysAgo: number; openedAfter?: number | undefined; lastOpenedDaysAgo?: number | undefined; bounced?: boolean | undefined; incoming?: boolean | undefined }
  /** A content delivery and when it was viewed. */
  | { kind: 'delivery'; asset: string; daysAgo: number; viewedDaysAgo: readonly number[]; downloaded?: boolean | undefined; ownViews?: number | undefined }
  | { kind: 'call'; subject: string; daysAgo: number; notes?: string | undefined }
  | { kind: 'meeting'; subject: string; daysAgo: number; notes?: string | undefined }
  /** A task a marketing tool wrote about a visit. */
  | { kind: 'visit'; asset: string; daysAgo: number }
  | { kind: 'todo'; subject: string; dueInDays: number; notes?: string | undefined }

const member = (campaign: string, status: string, daysAgo: number): StoryEvent => ({ kind: 'member', campaign, status, daysAgo })

export const attended = (webinar: string, daysAgo: number): StoryEvent => member(webinar, 'Attended', daysAgo)
export const registered = (webinar: string, daysAgo: number): StoryEvent => member(webinar, 'Registered', daysAgo)
export const missed = (webinar: string, daysAgo: number): StoryEvent => member(webinar, 'Did not attend', daysAgo)
export const downloaded = (content: string, daysAgo: number): StoryEvent => member(content, 'Downloaded', daysAgo)
export const askedForDemo = (daysAgo: number): StoryEvent => member('demo-request', 'Requested', daysAgo)
export const visitedBooth = (event: string, daysAgo: number): StoryEvent => member(event, 'Visited booth', daysAgo)
export const mailed = (campaign: string, daysAgo: number): StoryEvent => member(campaign, 'Sent', daysAgo)
export const clicked = (campaign: string, daysAgo: number): StoryEvent => member(campaign, 'Clicked', daysAgo)

export const visited = (asset: string, daysAgo: number): StoryEvent => ({ kind: 'visit', asset, daysAgo })
export const called = (subject: string, daysAgo: number, notes?: string): StoryEvent => ({ kind: 'call', subject, daysAgo, notes })
export const met = (subject: string, daysAgo: number, notes?: string): StoryEvent => ({ kind: 'meeting', subject, daysAgo, notes })
export const todo = (subject: string, dueInDays: number, notes?: string): StoryEvent => ({ kind: 'todo', subject, dueInDays, notes })
export const sent = (subject: string, asset: string | undefined, daysAgo: number, opens: { openedAfter?: number; lastOpenedDaysAgo?: number; bounced?: boolean } = {}): StoryEvent =>
  ({ kind: 'email', subject, asset, daysAgo, ...opens })
export const replied = (subject: string, daysAgo: number): StoryEvent => ({ kind: 'email', subject, daysAgo, incoming: true })
export const delivered = (asset: string, daysAgo: number, viewedDaysAgo: readonly number[], more: { downloaded?: boolean; ownViews?: number } = {}): StoryEvent =>
  ({ kind: 'delivery', asset, daysAgo, viewedDaysAgo, ...more })
