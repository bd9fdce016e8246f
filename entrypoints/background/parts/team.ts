import { browser } from 'wxt/browser'
import type { AppDeps } from '@/lib/app/deps'
import type { TeamDeps } from '@/lib/app/team/deps'
import { createPublishing } from '@/lib/app/team/publish'
import { createReported } from '@/lib/app/team/reported'
import { createTeam } from '@/lib/app/team/team'
import { createHubClient } from '@/lib/hub-client/hub-client'
import { deviceName } from '@/lib/platform/device-name'
import { redirectUrl, signInAt } from '@/lib/platform/identity'
import { locks } from '@/lib/platform/locks'
import type { Stores } from '@/lib/store/open-stores'
import { fetchConsented, type Consent } from './consented'
import { chance, clock } from './runtime'

type Given = Pick<AppDeps, 'deliverSoon' | 'policy' | 'search' | 'tell'> & { consent: Consent }

/** The hub over HTTP, and the stores as they are written to while in one. */
export function createTeamParts(stores: Stores, { consent, ...given }: Given) {
  const release = browser.runtime.getManifest().version
  const deps: TeamDeps = { ...stores, ...given, chance, clock, locks, digest, deviceName, release, signIn: { redirectUri: redirectUrl, visit: signInAt }, hub: createHubClient({ fetch: fetchConsented(globalThis.fetch.bind(globalThis), consent) }) }
  const team = createTeam(deps)
  return { team, reported: createReported(deps, team.membership), publishing: createPublishing({ ...stores, staging: stores.assets, clock }, team.membership) }
}

/** SHA-256 in hex, as the hub names whom it erased. */
async function digest(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
