import * as z from 'zod/mini'
import type { Policy } from './settings'
import { statusByVerdict } from './status-map'

const host = z.string().check(z.regex(/^[a-z0-9.-]{1,253}$/))
const address = z.string().check(z.regex(/^https:\/\/|^http:\/\/(localhost|127\.0\.0\.1)(:|\/|$)/))

const keys = {
  allowedOrgs: z.array(host), hubAddress: address, hubInvite: z.string().check(z.minLength(20), z.maxLength(600)), salesforceClientId: z.string().check(z.minLength(1), z.maxLength(400)), libraryAddress: address,
  allowBrowserSession: z.boolean(), allowStaticToken: z.boolean(), trackedLinks: z.boolean(), allowExport: z.boolean(), allowFreeText: z.boolean(),
  retentionDays: z.int().check(z.minimum(1), z.maximum(3650)), statusByVerdict,
}

/** The organisation's policy from managed storage. A value that cannot be used is ignored by itself and named in `ignored`. */
export function parsePolicy(raw: Readonly<Record<string, unknown>>): Policy {
  const policy: Record<string, unknown> = {}
  const ignored: string[] = []
  for (const [key, schema] of Object.entries(keys)) {
    if (raw[key] === undefined) continue
    const parsed = (schema as z.ZodMiniType).safeParse(raw[key])
    if (parsed.success) policy[key] = parsed.data
    else ignored.push(key)
  }
  return { ...policy, ignored }
}
