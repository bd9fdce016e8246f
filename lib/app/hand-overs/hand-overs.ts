import { AppError } from '@/lib/domain/errors'
import { waysOf, type HandOverRow, type HandOverRule } from '@/lib/domain/hand-over'
import type { HandOverChoices, HandOverLack } from '@/lib/domain/hand-over-ports'
import { orgKey, recordKey, type Crm } from '@/lib/domain/record-ref'
import type { AppDeps } from '../deps'
import { readOpenings, type Openings } from './openings'
import { readStep, type ReadStep } from './read-step'

export interface HandOverConnection {
  crm: Crm
  org: string
  rule?: HandOverRule | undefined
  count: number
  readAt?: number | undefined
  completeAt?: number | undefined
  lacks: HandOverLack[]
}

export type ChosenRule = Pick<HandOverRule, 'way' | 'since' | 'mql' | 'sql'>

export interface HandOvers {
  state(): Promise<{ connections: HandOverConnection[]; openings: Openings['from'] }>
  choices(crm: Crm, org: string): Promise<HandOverChoices>
  /** Sets the rule, or takes it away. @throws AppError `invalid` for a way the CRM does not have */
  setRule(crm: Crm, org: string, chosen: ChosenRule | null): Promise<HandOverRule | null>
  /** Reads on for a few seconds. */
  read(crm: Crm, org: string): Promise<ReadStep>
  page(after: string | undefined, limit: number): Promise<{ rows: HandOverRow[]; next?: string | undefined }>
  /** The daily duty: nothing where no rule is set. */
  refresh(): Promise<void>
}

const hourMs = 3_600_000
/** What a person asks for is read again after an hour, what the day brings along after most of a day. */
const agedMs = { asked: hourMs, daily: 20 * hourMs }
/** About a minute of reading a day and connection; the rest waits for tomorrow, oldest first. */
const dailySteps = 15
const openingsMs = 30_000

export function createHandOvers(deps: AppDeps): HandOvers {
  let opened: { at: number; openings: Promise<Openings> } | undefined

  /** Kept for the pages of one reading: all openings are looked through for each. */
  function openings(): Promise<Openings> {
    if (!opened || deps.clock.now() - opened.at > openingsMs) opened = { at: deps.clock.now(), openings: readOpenings(deps) }
    return opened.openings
  }

  const ruleOf = async (crm: Crm, org: string) => (await deps.handOvers.rules()).find((rule) => rule.crm === crm && rule.org === org)

  return {
    async state() {
      const rules = await deps.handOvers.rules()
      const connections = await Promise.all((await deps.connectors.connections()).map(async ({ crm, org }): Promise<HandOverConnection> => {
        const key = orgKey({ crm, org })
        const [state, count] = await Promise.all([deps.handOvers.state(key), deps.handOvers.count(key)])
        return { crm, org, rule: rules.find((rule) => orgKey(rule) === key), count, readAt: state?.readAt, completeAt: state?.completeAt, lacks: state?.lacks ?? [] }
      }))
      return { connections, openings: (await openings()).from }
    },

    async choices(crm, org) {
      const reader = deps.connectors.for(crm).handOvers
      return reader ? reader.choices(org) : { ways: [], stages: [] }
    },

    async setRule(crm, org, chosen) {
      const before = await ruleOf(crm, org)
      if (chosen === null) {
        await deps.handOvers.forget(orgKey({ crm, org }))
        return null
      }
      if (!waysOf[crm].some((by) => by === chosen.way.by)) throw new AppError('invalid', { detail: chosen.way.by })
      const setAt = deps.clock.now()
      // Above any earlier one, even of a rule taken away: what is still being read for that one must not count for this.
      const rule: HandOverRule = { crm, org, version: Math.max(setAt, (before?.version ?? 0) + 1), setAt, ...chosen }
      await deps.handOvers.setRule(rule)
      return rule
    },

    async read(crm, org) {
      const rule = await ruleOf(crm, org)
      if (!rule) throw new AppError('not-set-up', { detail: 'rule' })
      return readStep(deps, rule, deps.clock.now() - agedMs.asked)
    },

    async page(after, limit) {
      const [{ rows, next }, { first }] = await Promise.all([deps.handOvers.page(after, limit), openings()])
      const [names, hosts] = await Promise.all([deps.snapshots.names(rows.map(({ key }) => key)), pageHosts(deps)])
      return {
        next,
        rows: rows.map((row) => {
          const moments = [row.key, ...row.same.map(recordKey)].flatMap((key) => first.get(key) ?? [])
          return { ...row, ...names.get(row.key), firstOpenedAt: moments.length > 0 ? Math.min(...moments) : undefined, url: deps.recordUrl(row.ref, hosts.get(row.orgKey)) }
        }),
      }
    },

    async refresh() {
      const connected = new Set((await deps.connectors.connections()).map(orgKey))
      for (const rule of await deps.handOvers.rules()) {
        if (!connected.has(orgKey(rule))) continue
        const readBefore = deps.clock.now() - agedMs.daily
        for (let step = 0; step < dailySteps; step += 1) if (!(await readStep(deps, rule, readBefore)).more) break
      }
    },
  }
}

async function pageHosts({ connectors }: AppDeps): Promise<Map<string, string>> {
  const hosts = await Promise.all((await connectors.connections()).map(async ({ crm, org }) => [orgKey({ crm, org }), await connectors.pageHost(crm, org)] as const))
  return new Map(hosts.flatMap(([key, host]) => (host ? [[key, host] as const] : [])))
}
