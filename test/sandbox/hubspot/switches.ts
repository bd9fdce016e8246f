import * as z from 'zod'

const failure = z.strictObject({
  /** Any status; the body is the one HubSpot gives with it. */
  status: z.number(),
  method: z.string().optional(),
  /** Path with `*`, matched without the query. */
  path: z.string().optional(),
  /** How many requests fail before the switch is spent; for ever when left out. */
  count: z.number().optional(),
})

const tier = z.enum(['free', 'starter', 'professional', 'enterprise'])

const schema = z.strictObject({
  /** Seconds until search sees a write. */
  searchLagSeconds: z.number(),
  /** How many past values of a property a read gives; the real number is not documented. */
  historyDepth: z.number(),
  /** Object type (plural) → properties an admin made required. Binds writes of 2026-09 only. */
  requiredProperties: z.record(z.string(), z.array(z.string())),
  /** Whether the portals start with the properties that "Set up HubSpot" creates. */
  leadsideProperties: z.boolean(),
  /** Portal id → tier; the Events API needs enterprise. */
  tiers: z.record(z.string(), tier),
  /** What the Events API answers below enterprise: not documented, so clients have to bear both. */
  eventsBelowEnterprise: z.enum(['forbidden', 'empty']),
  /** Whether the lead object is switched on in portals whose tier has it. */
  leads: z.boolean(),
  /** Whether the rep has connected an inbox: without it the composer cannot send. */
  connectedInbox: z.boolean(),
  /** Rates that replace those of the tier. */
  limits: z.strictObject({ tenSecondly: z.number().optional(), daily: z.number().optional(), searchPerSecond: z.number().optional() }),
  /** Token → the scopes it has instead of its own. */
  scopes: z.record(z.string(), z.array(z.string())),
  /** Tokens that no longer work. */
  revokedTokens: z.array(z.string()),
  /** API versions that are gone: every call to them gets 404. */
  retiredVersions: z.array(z.string()),
  /** Answers in HubSpot's words for what it does when it is not well: 423, 429, 477, 500, 502, 503, 504, 52x. */
  failures: z.array(failure),
  /** Content security policy of the pages; null sends none. */
  pageSecurityPolicy: z.string().nullable(),
})

export type Switches = z.infer<typeof schema>
export type Failure = z.infer<typeof failure>

export function createSwitches(): Switches {
  return {
    searchLagSeconds: 5,
    historyDepth: 45,
    requiredProperties: {},
    leadsideProperties: false,
    tiers: {},
    eventsBelowEnterprise: 'forbidden',
    leads: true,
    connectedInbox: true,
    limits: {},
    scopes: {},
    revokedTokens: [],
    retiredVersions: [],
    failures: [],
    pageSecurityPolicy:
      "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; frame-src 'none'; object-src 'none'; base-uri 'self'",
  }
}

/** Parses switches given as JSON. Throws on an unknown switch or a value of the wrong form. */
export function parseSwitches(json: Record<string, unknown>): Partial<Switches> {
  return schema.partial().parse(json) as Partial<Switches>
}
