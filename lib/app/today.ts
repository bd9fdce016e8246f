import { answersFor } from '@/lib/domain/answers'
import { answeredInTime } from '@/lib/domain/finding-rules'
import type { LedgerEvent, SendEvent, VerdictEvent } from '@/lib/domain/ledger'
import { isFor } from '@/lib/domain/outbox-pick'
import { runningPromotions, type PromotionView } from '@/lib/domain/promotion'
import { orgKey, recordKey, type RecordRef } from '@/lib/domain/record-ref'
import { openReturns, progressSince, type Progress } from '@/lib/domain/returns'
import { linkTouches, openedNoticeId } from '@/lib/domain/link-touches'
import { openedSends } from '@/lib/domain/send-found'
import { buildStories } from '@/lib/domain/story-build'
import { badgeOf, buildToday } from '@/lib/domain/today'
import type { TodayView } from '@/lib/domain/today-view'
import type { Touch } from '@/lib/domain/touch'
import type { AppDeps } from './deps'
import { knownPromotions, promotionViews } from './playbook/lines'
import { createReturnProgress } from './return-progress'

export interface Today {
  /** From what is known here, at once; the CRMs are asked behind it, and whoever shows Today hears when that moved something. */
  list(): Promise<TodayView>
  /** Returned and stuck leads. */
  badge(): Promise<number>
  /** Asks the CRMs about open returns with a trigger, in one call each. */
  checkReturns(): Promise<void>
}

/** Today is looked at often; a trigger is asked for no more often than this. */
const checkEveryMs = 5 * 60_000
const dayMs = 86_400_000
/** Assets are opened weeks after they were sent; openings of older sends are not looked for. */
const watchedDays = 60

type Needs = Pick<AppDeps, 'hub' | 'hubStore' | 'ledger' | 'outbox' | 'snapshots' | 'assets' | 'documents' | 'marks' | 'answers' | 'connectors' | 'clock' | 'tell' | 'recordUrl' | 'playbooks'>

export function createToday(deps: Needs): Today {
  const progress = createReturnProgress(deps)
  let checked = -Infinity

  async function entries(withOpened: boolean) {
    const [events, rows] = await Promise.all([deps.ledger.all(['verdict', 'verdict-withdrawn', 'opened', 'send', 'send-outcome', 'request']), ownRows()])
    const now = deps.clock.now()
    const returns = openReturns(events)
    const sends = withOpened ? recentSends(events, now) : []
    const touches = await localTouches([...returns, ...sends].map(({ ref }) => ref))
    const putAway = sends.length > 0 ? await deps.marks.all('notice') : new Set<string>()
    const asked = await progress.all(returns)
    return buildToday({
      events, rows, now,
      answered: withOpened ? await answers(events, now) : [],
      progress: new Map(returns.map((verdict) => [recordKey(verdict.ref), joined(asked.get(verdict.id), fromCopy(verdict, touches))])),
      opened: sends.flatMap((send) => openedSends([send, ...outcomesOf(events, send)], touches.get(recordKey(send.ref))?.touches ?? []))
        .filter((opening) => !putAway.has(openedNoticeId(opening))),
    })
  }

  /** What waits for another member of a hub is nobody's here to see to. */
  async function ownRows() {
    const [rows, member] = await Promise.all([deps.outbox.open(), deps.hub?.memberId()])
    return rows.filter((row) => isFor(member, row))
  }

  async function answers(events: readonly LedgerEvent[], now: number) {
    if (!events.some(({ type }) => type === 'request')) return []
    const [given, dismissed, assets] = await Promise.all([deps.documents.all('request-answer'), deps.marks.all('notice'), deps.assets.all()])
    return answersFor(events, given, { assets: new Map(assets.map((asset) => [asset.id, asset])), dismissed, now })
  }

  /** What the local copies tell, by record key: a record that was just opened is up to date without another call. */
  async function localTouches(refs: readonly RecordRef[]): Promise<Map<string, { touches: Touch[]; score?: number | undefined }>> {
    const keyed = new Map(refs.map((ref) => [recordKey(ref), ref]))
    if (keyed.size === 0) return new Map()
    const assets = await deps.assets.all()
    const found = await Promise.all([...keyed].map(async ([key, ref]) => {
      const [snapshot, views] = await Promise.all([deps.snapshots.get(ref), deps.hubStore.viewsOf([key])])
      if (!snapshot && views.length === 0) return []
      const raw = [...(snapshot?.touches ?? []), ...linkTouches(views, assets)]
      return [[key, { touches: buildStories({ raw, assets }).touches, score: snapshot?.person.score?.value }] as const]
    }))
    return new Map(found.flat())
  }

  async function checkReturns(): Promise<void> {
    checked = deps.clock.now()
    if (await progress.check(openReturns(await deps.ledger.all(['verdict', 'verdict-withdrawn'])))) deps.tell.today()
  }

  return {
    async list() {
      const found = await entries(true)
      const now = deps.clock.now()
      if (now - checked >= checkEveryMs || now < checked) void checkReturns().catch(() => undefined)
      const [names, hosts] = await Promise.all([deps.snapshots.names(found.map(({ ref }) => recordKey(ref))), pageHosts(found.map(({ ref }) => ref))])
      const items = found.map((entry) => {
        const known = names.get(recordKey(entry.ref))
        return { ...entry, name: known?.name ?? entry.ref.id, company: known?.company, url: deps.recordUrl(entry.ref, hosts.get(orgKey(entry.ref))) }
      })
      return { items, promotions: await promotions(now), findings: await findings(now), asOf: now }
    },

    badge: async () => badgeOf(await entries(false)),

    checkReturns,
  }

  async function findings(now: number): Promise<TodayView['findings']> {
    const due = answeredInTime(await deps.documents.all('finding'), now)
    return due.of === 0 ? undefined : due
  }

  async function promotions(now: number): Promise<PromotionView[]> {
    const running = runningPromotions((await deps.playbooks.current())?.promotions ?? [], now)
    if (running.length === 0) return []
    const [assets, known] = await Promise.all([deps.assets.all(), deps.marks.all(knownPromotions)])
    return promotionViews(running, assets, known)
  }

  async function pageHosts(refs: readonly RecordRef[]): Promise<Map<string, string | undefined>> {
    const orgs = new Map(refs.map((ref) => [orgKey(ref), ref]))
    return new Map(await Promise.all([...orgs].map(async ([key, { crm, org }]) => [key, await deps.connectors.pageHost(crm, org)] as const)))
  }
}

function recentSends(events: readonly LedgerEvent[], now: number): SendEvent[] {
  return events.flatMap((event) => (event.type === 'send' && now - event.at <= watchedDays * dayMs ? [event] : []))
}

function outcomesOf(events: readonly LedgerEvent[], send: SendEvent): LedgerEvent[] {
  return events.filter((event) => event.type === 'send-outcome' && event.sendId === send.id)
}

function fromCopy(verdict: VerdictEvent, copies: ReadonlyMap<string, { touches: Touch[]; score?: number | undefined }>): Progress | undefined {
  const copy = copies.get(recordKey(verdict.ref))
  return copy && progressSince(verdict, copy.touches, copy.score)
}

/** Both saw the same acts, each perhaps only some of them. */
function joined(asked: Progress | undefined, local: Progress | undefined): Progress {
  return {
    newTouches: Math.max(asked?.newTouches ?? 0, local?.newTouches ?? 0),
    campaignResponses: Math.max(asked?.campaignResponses ?? 0, local?.campaignResponses ?? 0),
    score: highest(asked?.score, local?.score),
  }
}

function highest(...scores: (number | undefined)[]): number | undefined {
  const known = scores.filter((score) => score !== undefined)
  return known.length === 0 ? undefined : Math.max(...known)
}
