import { readFileSync } from 'node:fs'
import { privateAppToken, salesforceClientId, salesforceOrg } from './people.ts'
import type { View } from './types.ts'
import { toAsset, type SampleAsset } from '../../../lib/domain/sample-asset.ts'

const samples = JSON.parse(readFileSync(new URL('../../../public/samples/assets.json', import.meta.url), 'utf8')) as SampleAsset[]

type Evaluates = Pick<View, 'evaluate'>

/** `onceEmpty` is called where it starts `fresh`, when nothing is kept or on its way any more. */
export interface Wanted { fresh?: boolean; onceEmpty?: () => void; consent?: boolean; salesforce?: boolean; hubspot?: boolean; library?: boolean; hub?: { invite: string; name: string } }

/** Brings the extension to a state as a person would reach it, over the desk's own messages. */
export async function setUp(surface: { desk(): Promise<{ view: Evaluates; close(): Promise<void> }> }, wanted: Wanted): Promise<void> {
  const { view, close } = await surface.desk()
  const ask = askFrom(view)
  if (wanted.fresh) {
    await ask('data.delete-all', { untold: 'drop' })
    await ask('consent.withdraw', {})
    wanted.onceEmpty?.()
  }
  if (wanted.consent !== false) await ask('consent.give', {})
  if (wanted.library) {
    const now = Date.now()
    const assets = samples.map((sample) => ({ ...toAsset(sample, now), source: { system: 'import' } }))
    await ask('library.import', { importId: 'set-up', assets, last: true })
  }
  if (wanted.hubspot) {
    const { connection, owners } = (await ask('hubspot.token', { token: privateAppToken })) as { connection: { org: string }; owners: { id: string }[] }
    await ask('hubspot.iam', { org: connection.org, ownerId: owners[0]?.id })
    await ask('hubspot.setup', { org: connection.org })
  }
  if (wanted.salesforce) await ask('salesforce.oauth', { org: salesforceOrg, clientId: salesforceClientId })
  if (wanted.hub) await ask('team.join', wanted.hub)
  await close()
}

/** Asks the background as the desk does; throws what it refuses. */
export function askFrom(desk: Evaluates): (name: string, payload: unknown) => Promise<unknown> {
  return async (name, payload) => {
    const reply = await desk.evaluate<{ ok: boolean; value: unknown; error?: unknown }>(
      `(globalThis.browser ?? chrome).runtime.sendMessage(${JSON.stringify({ leadside: 1, name, payload })})`,
    )
    if (!reply?.ok) throw new Error(`${name}: ${JSON.stringify(reply)}`)
    return reply.value
  }
}
