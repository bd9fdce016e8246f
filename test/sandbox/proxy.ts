import { createServer, type Server } from 'node:http'
import { connect } from 'node:net'
import type { Duplex } from 'node:stream'

export interface ProxyDeps {
  serves(host: string): boolean
  /** Port of the sandbox's HTTPS server on 127.0.0.1. */
  port: number
  onRefused(host: string): void
}

/** An HTTP proxy that tunnels CONNECT for the sandbox's hosts and refuses, and reports, every other host. */
export function createProxy({ serves, port, onRefused }: ProxyDeps): Server {
  const proxy = createServer((request, response) => {
    onRefused(new URL(request.url ?? '/', `http://${request.headers.host ?? 'unknown'}`).hostname)
    response.writeHead(403).end()
  })
  proxy.on('connect', (request, client: Duplex, head: Buffer) => {
    const host = (request.url ?? '').replace(/:\d+$/, '').toLowerCase()
    client.on('error', () => client.destroy())
    if (!serves(host)) {
      onRefused(host)
      client.end('HTTP/1.1 403 Forbidden\r\n\r\n')
      return
    }
    const server = connect(port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n')
      server.write(head)
      server.pipe(client)
      client.pipe(server)
    })
    server.on('error', () => client.destroy())
    server.on('close', () => client.destroy())
    client.on('close', () => server.destroy())
  })
  return proxy
}
