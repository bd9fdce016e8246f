import { randomBytes, randomUUID } from 'node:crypto'
import * as z from 'zod/mini'
import { parseInvite } from '@/lib/domain/hub-invite'
import { uuid7 } from '@/lib/domain/uuid7'
import { joined, ledgerPage, outcomes, type CloudEvent } from '@/lib/hub-client/contract'
import { envelopes, verdict } from './examples'

/** Talks to a hub over the network as one device. */
export function createDevice(url: () => string, more: Record<string, string> = {}) {
  let token = ''
  const call = async (method: string, path: string, body?: unknown): Promise<{ status: number; body: unknown }> => {
    const response = await fetch(`${url()}${path}`, {
      method, headers: { ...more, 'authorization': `Bearer ${token}`, 'content-type': 'application/json' }, ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    return { status: response.status, body: await response.json() as unknown }
  }
  return {
    call,
    async join(invite: string): Promise<void> {
      token = z.parse(joined, (await call('POST', '/v1/join', { code: parseInvite(invite, undefined)?.code, device: randomUUID(), name: 'Olivia' })).body).token
    },
    /** A read with the tag of an earlier answer. */
    async get(path: string, tag: string | undefined): Promise<{ status: number; tag: string | undefined }> {
      const response = await fetch(`${url()}${path}`, { headers: { ...more, authorization: `Bearer ${token}`, ...(tag !== undefined && { 'if-none-match': tag }) } })
      await response.arrayBuffer()
      return { status: response.status, tag: response.headers.get('etag') ?? undefined }
    },
    /** Ids the hub acknowledged; nothing where it did not answer. */
    async append(batch: CloudEvent[]): Promise<string[]> {
      try {
        const { status, body } = await call('POST', '/v1/events', batch)
        return status === 200 ? z.parse(outcomes, body).outcomes.filter((one) => one.status !== 'refused').map(({ id }) => id) : []
      } catch {
        return []
      }
    },
    async allIds(): Promise<string[]> {
      const ids: string[] = []
      for (let after = '0'; ;) {
        const page = z.parse(ledgerPage, (await call('GET', `/v1/events?after=${after}`)).body)
        ids.push(...page.items.map(({ id }) => id))
        if (!page.more) return ids
        after = page.next
      }
    },
  }
}

export type Device = ReturnType<typeof createDevice>

/** One verdict each of as many records, from the given one on. */
export function manyEvents(count: number, at: number, from = 1): CloudEvent[] {
  const source = { id: () => uuid7(at, randomBytes(10)), now: () => at }
  return Array.from({ length: count }, (_, index) => envelopes(verdict(source, from + index))).flat()
}
