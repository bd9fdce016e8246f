import { AppError, toErrorInfo } from '@/lib/domain/errors'
import { orgKey } from '@/lib/domain/record-ref'
import type { Connection } from '@/lib/domain/connection'
import { abilitiesOf } from './abilities'
import { expectToken, type HubspotClient } from './client'
import type { HubspotDeps } from './deps'
import { readPortal, rememberPortal } from './portal'
import { probeEditions } from './probe'
import { forgetGranted, knownLacks } from './read/lacks'
import { unsetProperties } from './set-up'
import { readTokenFacts } from './token'
import { refusedStatus } from './write/refused-status'

/** What works in this portal right now. A failure is part of the report, not the end of it. */
export async function reportOn(deps: HubspotDeps, client: HubspotClient, org: string): Promise<Connection> {
  const { owner } = await deps.settings(org)
  const through = await deps.vault.get(orgKey({ crm: 'hubspot', org })).then((kept) => (kept?.mode === 'hub' ? kept : undefined), () => undefined)
  const base = { crm: 'hubspot', org, mode: through ? 'hub' : 'token', actingAs: owner } as const
  try {
    const portal = await readPortal(client)
    if (portal.portalId !== org) throw new AppError('wrong-org', { detail: portal.portalId })
    await rememberPortal(deps.cache, portal)
    client.setUtcOffset(portal.utcOffsetMilliseconds)
    const [facts, unset, refused] = await Promise.all([
      // Through a hub there is no token to ask about; the hub says what its own may do.
      through ?? readTokenFacts(client, await expectToken(deps, org)), unsetProperties(client).catch(unlessForbidden), refusedStatus(deps.cache, org), probeEditions(deps, client, org),
    ])
    await forgetGranted(deps.cache, org, facts?.scopes ?? [])
    const abilities = abilitiesOf({ scopes: facts?.scopes, lacks: await knownLacks(deps.cache, org), unset, refused })
    return { ...base, state: 'connected', admin: through === undefined, budget: client.budget(), scopes: facts?.scopes ?? [], abilities }
  } catch (error) {
    const expired = error instanceof AppError && error.kind === 'signed-out'
    return { ...base, state: expired ? 'expired' : 'failed', budget: client.budget(), scopes: [], abilities: [], error: toErrorInfo(error) }
  }
}

/** Without the scope to look, whether the properties are there stays unsaid. */
function unlessForbidden(error: unknown): undefined {
  if (!(error instanceof AppError) || error.kind !== 'forbidden') throw error
}
