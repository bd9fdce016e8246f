import { pathWith } from './addresses'
import type { HubspotClient } from './client'
import type { HubspotDeps } from './deps'
import { forgetLack } from './read/lacks'
import { editions, readEvents } from './read/optional-sources'
import { createSourceReader } from './read/source'
import { emailEventPage } from './wire/email-events'

/** Nobody's: an edition is refused before anybody is looked for. */
const anybody = '1'

/** Asks afresh for the sources that hang on an edition, which no scope tells; what is refused is remembered. */
export async function probeEditions(deps: HubspotDeps, client: HubspotClient, org: string): Promise<void> {
  const source = createSourceReader(deps.cache, org)
  const nothing = () => 0
  await Promise.all((Object.keys(editions) as (keyof typeof editions)[]).map((name) => forgetLack(deps.cache, org, name)))
  await Promise.all([
    source('hs-events', () => readEvents(client, anybody, deps.clock.now()), nothing, editions['hs-events']),
    source('hs-email-events', () => client.send({ path: pathWith('/email/public/v1/events', { limit: 1 }), schema: emailEventPage }), nothing, editions['hs-email-events']),
  ])
}
