import { request } from 'node:http'
import type { IncomingHttpHeaders } from 'node:http'
import type { Service } from './gateway.ts'

export const linksHost = 'go.quayside.example'

export interface LinksDoor {
  /** Where the address leads: a hub on this machine; nowhere without one. */
  leadTo(hubUrl: string | undefined): void
}

/** The public address of a hub's tracked links, with TLS, as a proxy before the hub gives it. */
export function createLinksDoor(): LinksDoor & Service & { hostPatterns: readonly string[] } {
  let target: string | undefined
  return {
    name: 'links',
    hostPatterns: [linksHost],
    hosts: (candidate) => candidate === linksHost,
    leadTo(hubUrl) { target = hubUrl },
    fetch: async (incoming) => (target === undefined ? new Response('No hub', { status: 502 }) : pass(incoming, target)),
  }
}

/** By `node:http`, because `fetch` would say itself who navigates. */
function pass(incoming: Request, target: string): Promise<Response> {
  const { pathname, search } = new URL(incoming.url)
  return new Promise((resolve, reject) => {
    const passed = request(`${target}${pathname}${search}`, { method: incoming.method, headers: { ...Object.fromEntries(incoming.headers), host: linksHost } }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => {
        const status = answer.statusCode ?? 502
        resolve(new Response([204, 304].includes(status) ? null : Buffer.concat(chunks), { status, headers: headersOf(answer.headers) }))
      })
    })
    passed.on('error', reject).end()
  })
}

function headersOf(headers: IncomingHttpHeaders): Headers {
  return new Headers(Object.entries(headers).flatMap(([name, value]) => [value ?? []].flat().map((one): [string, string] => [name, one])))
}
