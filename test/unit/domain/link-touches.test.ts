import { describe, expect, it } from 'vitest'
import { linkTouches, openedNotice } from '@/lib/domain/link-touches'
import { buildStories } from '@/lib/domain/story-build'
import type { LedgerEvent } from '@/lib/domain/ledger'
import { eventId, lead, rep } from '../../fixtures/store/events'
import { makeAsset } from './make'

const minute = 60_000
const asset = makeAsset({ id: 'a1', title: 'The guide', url: 'https://www.example.com/guide' })
const view = (id: string, at: number, by: 'human' | 'machine' | 'unknown' = 'human', cause = 'visited') => ({ id, linkId: 'l', assetId: 'a1', record: 'r', at, agent: { by, cause } })
const sent = (at: number): LedgerEvent[] => [
  { type: 'send', id: eventId(1), at, ref: lead(1), rep, assetId: 'a1', assetVersion: 1, title: 'The guide', link: 'https://go.example/l/slug', channel: 'gmail' },
  { type: 'send-outcome', id: eventId(2), at, ref: lead(1), rep, sendId: eventId(1), outcome: 'sent', by: 'rep' },
]
const touchesOf = (...views: ReturnType<typeof view>[]) => buildStories({ raw: linkTouches(views, [asset]), assets: [asset] }).touches

describe('openings of tracked links', () => {
  it('are touches of their asset, with who it was as the hub judged', () => {
    expect(touchesOf(view('v1', 5), view('v2', 9_000_000, 'machine', 'known-bot'))).toMatchObject([
      { id: 'hub:v2', assetId: 'a1', agent: { by: 'machine', cause: 'known-bot' }, title: 'The guide' },
      { id: 'hub:v1', assetId: 'a1', agent: { by: 'human', cause: 'visited' } },
    ])
  })

  it('of an asset that is gone keep its id', () => {
    expect(linkTouches([view('v1', 5)], [])).toMatchObject([{ title: 'a1', url: undefined }])
  })

  it.each([
    ['by a person, lately', [view('v', 10 * minute)], true],
    ['by a machine', [view('v', 10 * minute, 'machine', 'known-bot')], false],
    ['by the mail gateway, at once', [view('v', 30_000)], false],
    ['long ago', [view('v', 10 * minute)], false, 3 * 86_400_000],
  ])('%s: told or not', (_what, views, told, now = 12 * minute) => {
    expect(openedNotice(sent(0), touchesOf(...views), now)?.kind).toBe(told ? 'opened' : undefined)
  })
})
