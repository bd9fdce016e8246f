import type { Connection } from '@/lib/domain/connection'
import type { Warning } from '@/lib/domain/store-ports'
import type { Policy, Settings } from '@/lib/domain/settings'
import type { Connections } from './connections'
import type { AppDeps } from './deps'
import type { Samples } from './samples'

export interface DeskFacts {
  consented: boolean
  samples: boolean
  settings: Settings
  policy: Policy
  connections: Connection[]
  library: { size: number }
  outbox: { open: number; stuck: number; oldest?: number | undefined }
  warnings: Warning[]
}

/** Consent is asked for at once; the browser may take seconds to say what the policy is, which then counts before anything else does. */
const notAskedYet: Policy = { ignored: [] }

/** Where everything stands. Before consent nothing but that is looked up. */
export async function deskFacts(deps: AppDeps, parts: { consented: boolean; connections: Connections; samples: Samples }): Promise<DeskFacts> {
  const [settings, policy, samples, assets, outbox, warnings] = await Promise.all([
    deps.settings.get(), parts.consented ? deps.policy() : notAskedYet, parts.samples.loaded(), deps.assets.all(), deps.outbox.summary(), deps.warnings.all(),
  ])
  const ignored = policy.ignored.map((key): Warning => ({ id: `policy:${key}`, kind: 'policy-ignored', detail: key }))
  return {
    consented: parts.consented, samples, settings, policy,
    connections: parts.consented ? await parts.connections.list() : [],
    library: { size: assets.length },
    outbox, warnings: [...warnings, ...ignored],
  }
}
