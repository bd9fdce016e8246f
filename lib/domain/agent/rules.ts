import type { Agent, RawTouch, TouchKind } from '../touch'
import type { MailMoments } from './mail-moments'

/** What the other touches of the record say about one. */
export interface Siblings {
  /** Clicks by which a machine visited all links of a mail. */
  burst: ReadonlySet<RawTouch>
  mails: MailMoments
}

/** One named cause (`agent.<cause>` in the catalogue) and whom it points to. */
export interface AgentRule {
  cause: string
  by: Exclude<Agent['by'], 'unknown'>
  holds(touch: RawTouch, siblings: Siblings): boolean
}

const secondsAfterDelivery = 10
const botScoreOfMachines = 70
const botScoreOfPeople = 20
const secondsOnlyPeopleStay = 10
const progressOnlyPeopleMake = 0.25

const mailKinds: ReadonlySet<TouchKind> = new Set(['email-open', 'email-click'])
/** Recorded by the site's own script in a browser that has been given to this person before. */
const siteVisits: ReadonlySet<TouchKind> = new Set(['page-view', 'pricing', 'demo', 'comparison'])
const kindsOneStaysAt: ReadonlySet<TouchKind> = new Set(['page-view', 'pricing', 'demo', 'comparison', 'document', 'video', 'link-view'])

/** In order: the first rule that holds names the agent. None holds: unknown, and it stays so. */
export const agentRules: readonly AgentRule[] = [
  { cause: 'outbound', by: 'machine', holds: ({ kind }) => kind === 'email-sent' },
  { cause: 'own-view', by: 'machine', holds: ({ signals }) => signals.own === true },
  { cause: 'known-bot', by: 'machine', holds: ({ signals }) => signals.bot !== undefined && signals.bot !== '' },
  { cause: 'probe', by: 'machine', holds: ({ signals }) => signals.probe === true },
  { cause: 'filtered', by: 'machine', holds: ({ signals }) => signals.filtered === true },
  { cause: 'deliberate', by: 'human', holds: ({ signals }) => signals.deliberate === true },
  { cause: 'at-delivery', by: 'machine', holds: cameWithDelivery },
  { cause: 'all-links', by: 'machine', holds: (touch, { burst }) => burst.has(touch) },
  { cause: 'bot-score', by: 'machine', holds: ({ signals }) => (signals.botScore ?? 0) >= botScoreOfMachines },
  { cause: 'person-score', by: 'human', holds: ({ signals }) => (signals.botScore ?? 100) <= botScoreOfPeople },
  { cause: 'stayed', by: 'human', holds: stayed },
  { cause: 'took-part', by: 'human', holds: ({ kind }) => kind === 'meeting' },
  { cause: 'visited', by: 'human', holds: (touch, { mails }) => siteVisits.has(touch.kind) && touch.signals.botScore === undefined && !mails.near(touch) },
]

/** What a touch is without a rule that holds. */
export const unknownAgent: Agent = { by: 'unknown', cause: 'no-evidence' }

function cameWithDelivery({ kind, at, dayOnly, signals }: RawTouch): boolean {
  if (dayOnly || signals.deliveredAt === undefined || !mailKinds.has(kind)) return false
  const after = at - signals.deliveredAt
  return after >= 0 && after < secondsAfterDelivery * 1000
}

function stayed({ kind, seconds, progress }: RawTouch): boolean {
  if (!kindsOneStaysAt.has(kind)) return false
  return (seconds ?? 0) >= secondsOnlyPeopleStay || (progress ?? 0) >= progressOnlyPeopleMake
}
