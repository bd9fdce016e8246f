import { sql } from 'kysely'
import * as z from 'zod/mini'
import { uuid7 } from '@/lib/domain/uuid7'
import type { Agent } from '@/lib/domain/touch'
import { hubSettings } from '@/lib/hub-client/contract'
import { asHub } from '../db/scope'
import { takeNumbers } from '../db/number'
import type { HubDeps } from '../deps'

export interface View {
  slug: string
  assetId: string
  at: number
  agent: Agent
  /** As stored, read together with the link. */
  settings: unknown
}

/** Counts the view by asset and day; which link it was is kept only where the owner switched that on, and while the link says whose it is. */
export async function recordView({ db, random }: Pick<HubDeps, 'db' | 'random'>, { slug, assetId, at, agent, settings }: View): Promise<void> {
  const parsed = z.safeParse(hubSettings, settings)
  const mode = parsed.success ? parsed.data.links : 'aggregate'
  if (mode === 'off') return
  await asHub(db, async (tx) => {
    if (mode === 'person') {
      const seq = await takeNumbers(tx, 'view', 1)
      await sql`insert into link_view (id, seq, slug, at, agent_by, agent_cause)
        select ${uuid7(at, random(10))}::uuid, ${seq}, slug, ${at}, ${agent.by}, ${agent.cause} from link where slug = ${slug} and record_key is not null`.execute(tx)
    }
    await sql`insert into link_count (asset_id, day, agent_by, n) values (${assetId}, ${new Date(at).toISOString().slice(0, 10)}::date, ${agent.by}, 1)
      on conflict (asset_id, day, agent_by) do update set n = link_count.n + 1`.execute(tx)
  })
}
