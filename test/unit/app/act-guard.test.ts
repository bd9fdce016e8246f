import { describe, expect, it } from 'vitest'
import { createActGuard } from '@/lib/app/act-guard'
import type { RecordRef } from '@/lib/domain/record-ref'

const lead: RecordRef = { crm: 'salesforce', org: 'quayside.my.salesforce.com', kind: 'lead', id: '00Q5g00007LeAdPEAV' }
const other: RecordRef = { ...lead, id: '00Q1s00000169UdEAI' }
const seen = { visible: 'yes', ratio: 1, settledFor: 900 } as const
const framed = { framed: true, tabId: 7 }

const guard = (live: RecordRef | undefined, clear = true) => createActGuard({ liveRecord: async () => live, frameIsClear: async () => clear })

describe('acting on what was seen', () => {
  it.each([
    ['a panel in full view', framed, seen, lead, true, undefined],
    ['S23 a panel something covers', framed, { ...seen, visible: 'no' }, lead, true, 'covered'],
    ['S23 a panel shifted out of the page', framed, { ...seen, ratio: 0.38 }, lead, true, 'covered'],
    ['S23 a mask only the loader can see', framed, seen, lead, false, 'covered'],
    ['S24 a panel that has just appeared', framed, { ...seen, settledFor: 120 }, lead, true, 'covered'],
    ['a browser without visibility tracking, clear to the loader', framed, { ...seen, visible: 'unknown' }, lead, true, undefined],
    ['S17 a page that moved on to another record', framed, seen, other, true, 'moved'],
    ['a page that is no record any more', framed, seen, undefined, true, 'moved'],
    ['the side panel, which nothing can cover', { framed: false }, { visible: 'unknown', ratio: 0, settledFor: 0 }, lead, false, undefined],
    ['F12 the side panel of a tab that moved on', { framed: false }, seen, other, true, 'moved'],
  ] as const)('%s', async (_, standpoint, sight, live, clear, kind) => {
    const act = guard(live, clear)(standpoint, lead, sight)
    if (kind === undefined) await expect(act).resolves.toBeUndefined()
    else await expect(act).rejects.toMatchObject({ kind })
  })
})
