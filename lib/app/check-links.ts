import * as z from 'zod/mini'
import { linksOf, linkState, type DueLink, type LinkState, type LinkStates } from '@/lib/domain/link-check'
import type { PieceStore } from '@/lib/domain/store-ports'
import type { AppDeps } from './deps'

export interface LinkHost { origin: string; links: number; due: number; granted: boolean }

export interface LinkCare {
  /** What is known of the library's addresses, and whose hosts may be asked. */
  state(): Promise<{ states: LinkStates; hosts: LinkHost[] }>
  /** Asks at most so many addresses that are due, of hosts somebody granted; `left` are due still. */
  check(limit: number): Promise<{ checked: number; left: number }>
}

type Needs = Pick<AppDeps, 'assets' | 'clock'> & {
  pieces: PieceStore
  ask(url: string): Promise<Omit<LinkState, 'at'>>
  /** Whether the browser lets us ask a host. */
  granted(origin: string): Promise<boolean>
}

/** Where answers are kept: they may be lost, then they are asked for again. */
const set = 'links'
/** Hosts asked at the same time; each gets one request at a time, with a pause after it. */
const hostsAtOnce = 4
const pauseMs = 200
const kept = z.strictObject({ key: z.string(), ...linkState.shape })

export function createLinkCare(deps: Needs): LinkCare {
  async function states(): Promise<Record<string, LinkState>> {
    const pieces = await deps.pieces.read(set)
    return Object.fromEntries(pieces.flatMap(({ value }) => {
      const parsed = kept.safeParse(value)
      if (!parsed.success) return []
      const { key, ...state } = parsed.data
      return [[key, state] as const]
    }))
  }

  async function look() {
    const known = await states()
    const links = linksOf(await deps.assets.all(), known, deps.clock.now())
    const byHost = Map.groupBy(links, ({ origin }) => origin)
    const hosts = await Promise.all([...byHost].map(async ([origin, own]) => ({ origin, links: own.length, due: own.filter(({ due }) => due).length, granted: await deps.granted(origin) })))
    return { known, links, hosts: hosts.sort((a, b) => b.links - a.links || (a.origin < b.origin ? -1 : 1)) }
  }

  async function askAll(links: readonly DueLink[]): Promise<void> {
    for (const { key, url } of links) {
      const found = await deps.ask(url)
      const value = { key, ...found, at: deps.clock.now() }
      await deps.pieces.write(set, [{ id: key, value }])
      if (links.length > 1) await deps.clock.sleep(pauseMs)
    }
  }

  return {
    async state() {
      const { known, hosts } = await look()
      return { states: known, hosts }
    },

    async check(limit) {
      const { links, hosts } = await look()
      const allowed = new Set(hosts.flatMap(({ origin, granted }) => (granted ? [origin] : [])))
      const due = links.filter((link) => link.due && allowed.has(link.origin))
      const now = due.slice(0, limit)
      const queues = [...Map.groupBy(now, ({ origin }) => origin).values()]
      await Promise.all(Array.from({ length: hostsAtOnce }, async () => {
        for (let queue = queues.shift(); queue; queue = queues.shift()) await askAll(queue)
      }))
      return { checked: now.length, left: due.length - now.length }
    },
  }
}
