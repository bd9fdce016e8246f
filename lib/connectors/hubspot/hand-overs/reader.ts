import { AppError, toErrorInfo } from '@/lib/domain/errors'
import type { HandOverBy, HandOverOption } from '@/lib/domain/hand-over'
import type { HandOverChoices, HandOverReader } from '@/lib/domain/hand-over-ports'
import type { HubspotClient } from '../client'
import type { HubspotDeps } from '../deps'
import { expectPortal } from '../portal'
import { findByStage, readLifecycleStages } from './lifecycle'
import { findInList, readLists } from './lists'
import { readProgress } from './progress'

type Way = HandOverChoices['ways'][number]

/** Contacts handed over, with what the portal's token may read. */
export function createHandOverReader(deps: HubspotDeps, clientFor: (org: string) => HubspotClient): HandOverReader {
  async function expectClient(org: string): Promise<HubspotClient> {
    const client = clientFor(org)
    await expectPortal(client, deps.cache, org)
    return client
  }
  return {
    async choices(org) {
      const client = await expectClient(org)
      const stages = await way('lifecycle-stage', () => readLifecycleStages(client))
      return { ways: [stages, await way('list', () => readLists(client))], stages: stages.options }
    },
    async find(rule, cursor) {
      const client = await expectClient(rule.org)
      if (rule.way.by === 'lifecycle-stage') return findByStage(client, rule, rule.way.stage.id, cursor)
      if (rule.way.by === 'list') return findInList(client, rule, rule.way.list.id, cursor)
      throw new AppError('invalid', { detail: rule.way.by })
    },
    progress: async (rule, found) => (found.length === 0 ? { progress: [], lacks: [] } : readProgress(await expectClient(rule.org), deps.cache, rule, found)),
  }
}

/** A way whose choices may not be read says what it takes; the other one still works. */
async function way(by: HandOverBy, read: () => Promise<HandOverOption[]>): Promise<Way> {
  try {
    return { by, options: await read() }
  } catch (error) {
    if (!(error instanceof AppError) || error.kind !== 'forbidden') throw error
    return { by, options: [], error: toErrorInfo(error), need: error.detail }
  }
}
