import { beforeEach, describe, expect, it } from 'vitest'
import { AppError, type ErrorKind } from '@/lib/domain/errors'
import { handOver, handOverPart, type FoundHandOver, type HandOverRule } from '@/lib/domain/hand-over'
import { progressBatch, type HandOverReader } from '@/lib/domain/hand-over-ports'
import { recordKey } from '@/lib/domain/record-ref'
import type { FaultEffect, Faults } from '../sandbox/types.ts'

/** A reader of hand-overs over a stand-in CRM, as a marketer may read it. */
export interface HandOverSubject {
  reader: HandOverReader
  rule: HandOverRule
  apiHost: string
  faults: Faults
  /** How many calls a batch of progress may take once daily lookups are known. */
  callsForProgress: number
  calls(): number
  forget(): Promise<void>
}

const failures: [string, FaultEffect, ErrorKind][] = [
  ['F18 a dead connection', { kind: 'reset-before' }, 'offline'],
  ['F26 a server error', { kind: 'server-error' }, 'unavailable'],
  ['F24 a rate limit', { kind: 'rate-limited', retryAfter: { seconds: 120 } }, 'rate-limited'],
  ['F17 a page instead of data', { kind: 'html' }, 'bad-reply'],
  ['F27 data of another type', { kind: 'wrong-type' }, 'bad-reply'],
]

/** One suite for every CRM: what the desk may rely on when it reads hand-overs. */
export function handOverContract(name: string, create: () => Promise<HandOverSubject>): void {
  describe(`${name} as a source of hand-overs`, () => {
    let subject: HandOverSubject
    beforeEach(async () => {
      subject = await create()
    })

    async function findAll(cursor?: string): Promise<{ found: FoundHandOver[]; cursor: string }> {
      const found: FoundHandOver[] = []
      for (let at = cursor, pages = 0; pages < 30; pages += 1) {
        const page = await subject.reader.find(subject.rule, at)
        found.push(...page.found)
        if (!page.more) return { found, cursor: page.cursor }
        at = page.cursor
      }
      throw new Error('the pages never end')
    }
    const failureOf = async (promise: Promise<unknown>): Promise<AppError> => {
      const failure = await promise.then(() => undefined, (error: unknown) => error)
      if (!(failure instanceof AppError)) throw new Error(`no AppError: ${String(failure)}`)
      return failure
    }

    it('offers its own values to choose from', async () => {
      const { ways, stages } = await subject.reader.choices(subject.rule.org)
      expect(ways.find(({ by }) => by === subject.rule.way.by)?.options.length).toBeGreaterThan(0)
      expect(stages.length).toBeGreaterThan(0)
    })

    it('finds leads of this org, none before the rule looks back, and reading on adds none', async () => {
      const { found, cursor } = await findAll()
      expect(found.length).toBeGreaterThan(5)
      expect(found.every(({ ref, at }) => ref.crm === subject.rule.crm && ref.org === subject.rule.org && at >= subject.rule.since)).toBe(true)
      const known = new Set(found.map(({ ref }) => recordKey(ref)))
      expect((await findAll(cursor)).found.filter(({ ref }) => !known.has(recordKey(ref)))).toEqual([])
    })

    it('begins anew where a cursor is no cursor', async () => {
      const { found } = await findAll()
      expect(new Set((await findAll('{"broken"')).found.map(({ ref }) => recordKey(ref)))).toEqual(new Set(found.map(({ ref }) => recordKey(ref))))
    })

    it('tells of each lead asked about, and keeps no name, address or title', async () => {
      const { found } = await findAll()
      const batch = found.slice(0, progressBatch)
      const { progress } = await subject.reader.progress(subject.rule, batch)
      expect(new Set(progress.map(({ ref }) => recordKey(ref)))).toEqual(new Set(batch.map(({ ref }) => recordKey(ref))))
      for (const { title: _title, status: _status, lifecycle: _lifecycle, industry: _industry, ...rest } of progress) {
        const row = { ...rest, key: 'k', orgKey: 'o', at: 0, precision: 'moment', rule: 1, readAt: 0 }
        expect(handOver.safeParse(row).error).toBeUndefined()
        expect(rest.unknown.filter((part) => !handOverPart.options.includes(part))).toEqual([])
      }
    })

    it('keeps to its calls', async () => {
      const { found } = await findAll()
      await subject.reader.progress(subject.rule, found.slice(0, progressBatch))
      const before = subject.calls()
      await subject.reader.progress(subject.rule, found.slice(0, progressBatch))
      expect(subject.calls() - before).toBeLessThanOrEqual(subject.callsForProgress)
    })

    it.each(failures)('names %s and never makes emptiness of it', async (_name, effect, kind) => {
      const { found } = await findAll()
      subject.faults.add({ effect, host: subject.apiHost })
      expect((await failureOf(subject.reader.find(subject.rule, undefined))).kind).toBe(kind)
      expect((await failureOf(subject.reader.progress(subject.rule, found.slice(0, 3)))).kind).toBe(kind)
    })

    it('asks for a connection where there is none', async () => {
      await subject.forget()
      for (const asked of [subject.reader.find(subject.rule, undefined), subject.reader.choices(subject.rule.org)]) expect((await failureOf(asked)).kind).toBe('not-connected')
    })
  })
}
