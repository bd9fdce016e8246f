import { answersFor, toNotice } from '@/lib/domain/answers'
import { cleanText } from '@/lib/domain/clean-text'
import { AppError } from '@/lib/domain/errors'
import { mergeMisses, type Miss, type MissedEvent, namesPerson, toMiss } from '@/lib/domain/miss'
import { needKey, needsOf, type Need, type RequestEvent } from '@/lib/domain/need'
import { describeProfile } from '@/lib/domain/profile'
import type { Actor } from '@/lib/domain/person'
import { orgKey, recordKey, type RecordRef } from '@/lib/domain/record-ref'
import type { RequestAnswer } from '@/lib/domain/request-answer'
import { isSample } from '@/lib/domain/sample-workspace'
import type { AppDeps } from './deps'
import type { NoticeSource } from './notice-sources'
import type { TeamHistorySource } from './team-history'

/** One request by itself: here, and only here, stands who asked, so that marketing can ask back. */
export interface SingleRequest { id: string; at: number; query: string; note?: string | undefined; rep: string; ref: RecordRef; name?: string | undefined; url: string }

export interface Needs {
  /** What was asked for, merged; and what was searched in vain and not asked for. */
  list(): Promise<{ needs: Need[]; misses: Miss[] }>
  single(ids: string[]): Promise<SingleRequest[]>
  /** @throws AppError `not-sendable` for an asset reps cannot send. */
  answer(input: { requestIds: string[]; assetId: string; note?: string | undefined }): Promise<RequestAnswer>
  /** A rep paused on a search to which nothing is an answer. */
  missed(input: { query: string; ref?: RecordRef | undefined }): Promise<void>
  forgetMisses(keys: string[]): Promise<void>
}

const shortestQuery = 3
const mostSingle = 200
const forgottenMark = 'miss'
/** Marketing learns what is missing, not who was left without it. */
const nobody: Actor = { id: '', name: '', verified: false }

/** @param wordsOf brings queries that ask for the same together */
export function createNeeds(deps: AppDeps, history: Pick<TeamHistorySource, 'of'>, wordsOf: (query: string) => string): Needs {
  const requests = async () => (await history.of(['request'])).filter((event): event is RequestEvent => event.type === 'request')

  /** Searches in vain that travelled here or from here, but for those somebody has done with. */
  async function missedEvents(): Promise<MissedEvent[]> {
    const [events, forgotten] = await Promise.all([history.of(['missed']), deps.marks.all(forgottenMark)])
    return events.filter((event): event is MissedEvent => event.type === 'missed' && !forgotten.has(event.id))
  }

  return {
    async list() {
      const [asked, answers, counted, missed] = await Promise.all([requests(), deps.documents.all('request-answer'), deps.misses.all(), missedEvents()])
      const needs = needsOf(asked, answers, wordsOf)
      const known = new Set(needs.map(({ key }) => key))
      return { needs, misses: mergeMisses([...counted, ...missed.map((event) => toMiss(event, wordsOf))]).filter(({ key }) => !known.has(key)) }
    },

    async single(ids) {
      const wanted = new Set(ids)
      const found = (await requests()).filter(({ id }) => wanted.has(id)).reverse().slice(0, mostSingle)
      const names = await deps.snapshots.names(found.map(({ ref }) => recordKey(ref)))
      const orgs = new Map(found.map(({ ref }) => [orgKey(ref), ref]))
      const hosts = new Map(await Promise.all([...orgs].map(async ([key, { crm, org }]) => [key, await deps.connectors.pageHost(crm, org)] as const)))
      return found.map(({ id, at, query, note, rep, ref }) => ({
        id, at, query, note, rep: rep.name, ref, name: names.get(recordKey(ref))?.name, url: deps.recordUrl(ref, hosts.get(orgKey(ref))),
      }))
    },

    async answer({ requestIds, assetId, note }) {
      const asset = await deps.assets.byId(assetId)
      if (!asset || asset.status !== 'approved') throw new AppError('not-sendable')
      const now = deps.clock.now()
      const text = note === undefined ? '' : cleanText(note, 1000)
      const answer: RequestAnswer = { kind: 'request-answer', id: deps.chance.id(now), version: 1, updatedAt: now, requestIds, assetId, ...(text === '' ? {} : { note: text }) }
      await deps.documents.put([answer])
      const wanted = new Set(requestIds)
      for (const { id, ref } of await requests()) if (wanted.has(id)) deps.tell.record(ref)
      deps.tell.today()
      return answer
    },

    async missed({ query, ref }) {
      const text = cleanText(query, 300)
      const words = wordsOf(text)
      if (words.length < shortestQuery) return
      const snapshot = ref && await deps.snapshots.get(ref)
      if (snapshot && namesPerson(text, snapshot.person.name)) return
      const { stage, industry, persona } = snapshot ? describeProfile(snapshot.person, (await deps.playbooks.current()) ?? deps.defaultPlaybook) : {}
      const now = deps.clock.now()
      const travels = ref && !isSample(ref) && await deps.hub?.memberId() !== undefined
      // In one place only, so that it counts once.
      if (travels) await deps.ledger.append([{ type: 'missed', id: deps.chance.id(now), at: now, ref, rep: nobody, query: text, stage, industry, persona }], [])
      else await deps.misses.count({ key: needKey(words, { stage, industry }), query: text, stage, industry, persona }, now)
    },

    async forgetMisses(keys) {
      const done = new Set(keys)
      const ids = (await missedEvents()).filter((event) => done.has(toMiss(event, wordsOf).key)).map(({ id }) => id)
      await Promise.all([deps.misses.remove(keys), deps.marks.add(forgottenMark, ids, deps.clock.now())])
    },
  }
}

/** Answers to what was asked on this record, as lines of its notice strip. */
export function answerNotices(deps: Pick<AppDeps, 'documents' | 'marks'>): NoticeSource {
  return async ({ facts, now }) => {
    if (!facts.events.some(({ type }) => type === 'request')) return []
    const [answers, dismissed] = await Promise.all([deps.documents.all('request-answer'), deps.marks.all('notice')])
    return answersFor(facts.events, answers, { assets: new Map(facts.assets.map((asset) => [asset.id, asset])), dismissed, now }).map(toNotice)
  }
}
