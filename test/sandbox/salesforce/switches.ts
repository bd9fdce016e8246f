import type { Feature } from './schema/types.ts'
import type { InjectedFailure } from './write/writer.ts'

/** How the page of an org is served; see `pages/variants.ts`. */
export type PageVariant = 'lightning' | 'strict-csp' | 'coep' | 'csp-sandbox' | 'hostile' | 'anchor-less'
export const pageVariants: readonly PageVariant[] = ['lightning', 'strict-csp', 'coep', 'csp-sandbox', 'hostile', 'anchor-less']

/** What a test can change about an org while it runs; `reset` restores it. */
export interface Switches {
  /** What the org has bought, installed or switched on. `leadFeedback: false` stands for an org without the deployed object. */
  features: Record<Feature, boolean>
  absentObjects: string[]
  /** Field-level security, as `Lead.Rating`. */
  hiddenFields: string[]
  readOnlyFields: string[]
  /** Records not shared with anybody. */
  unshared: string[]
  /** Objects refused in a semi-join's inner select. */
  noInnerSelect: string[]
  /** Served API versions, from oldest to newest; all others answer 404. */
  oldestVersion: number
  newestVersion: number
  /** Daily calls; at `max` every call answers REQUEST_LIMIT_EXCEEDED. */
  apiUsage: { used: number; max: number }
  /** API Access Control: browser sessions stop working for the API, with its own message. */
  sessionsMayUseApi: boolean
  apiEnabled: boolean
  /** Consent pages answer themselves. */
  autoApprove: boolean
  /** The consumer keys of apps known to the org. */
  clientIds: string[]
  /** Sign-ins end in OAUTH_APP_BLOCKED. */
  appBlocked: boolean
  accessTokenMs: number
  /** Users, by key, who see and edit converted leads. */
  viewConvertedLeads: string[]
  /** Users, by key, with the system administrator's permissions. */
  admins: string[]
  pageVariant: PageVariant
  failures: InjectedFailure[]
}

const defaults: Switches = {
  features: { pardot: true, marketo: false, personAccounts: true, enhancedEmail: true, contentDeliveries: true, leadFeedback: true },
  absentObjects: [],
  hiddenFields: [],
  readOnlyFields: [],
  unshared: [],
  noInnerSelect: ['Task'],
  oldestVersion: 31,
  newestVersion: 67,
  apiUsage: { used: 1007, max: 150_000 },
  sessionsMayUseApi: true,
  apiEnabled: true,
  autoApprove: true,
  clientIds: ['3MVG9.sandbox.leadside'],
  appBlocked: false,
  accessTokenMs: 2 * 3_600_000,
  viewConvertedLeads: ['marketer'],
  admins: ['marketer'],
  pageVariant: 'lightning',
  failures: [],
}

/** Fresh switches: the defaults, with what an org differs in. */
export function createSwitches(differences: Partial<Switches> = {}): Switches {
  return structuredClone({ ...defaults, ...differences })
}

/** Sets switches by name, `features` and `apiUsage` part by part; throws on a name that is no switch. */
export function changeSwitches(switches: Switches, changes: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(changes)) {
    if (!(name in switches)) throw new Error(`no switch named ${name}`)
    const current = switches[name as keyof Switches]
    const isParts = typeof current === 'object' && !Array.isArray(current)
    Object.assign(switches, { [name]: isParts ? { ...current, ...(value as object) } : value })
  }
}
