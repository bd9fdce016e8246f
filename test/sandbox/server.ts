import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { Server } from 'node:http'
import { getRequestListener, type HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { createCertificate } from './certificate.ts'
import { createProxy } from './proxy.ts'
import { createSandbox, type SandboxCore, type SandboxOptions } from './sandbox.ts'

export interface StartOptions extends SandboxOptions {
  /** HTTPS port on 127.0.0.1; 0 or left out for any free one. */
  port?: number | undefined
  proxyPort?: number | undefined
}

export interface Sandbox extends SandboxCore {
  port: number
  /** CONNECT proxy on 127.0.0.1: tunnels the sandbox's hosts, refuses and logs all others (`log.egress`). */
  proxyPort: number
  /** PEM of the self-signed certificate, to trust it instead of switching checks off. */
  certificate: string
  /** Launch flags that make Chromium reach the sandbox under the real host names, and nothing else. */
  chromiumArgs(): string[]
  /** Preferences that send Firefox through the proxy. */
  firefoxPrefs(): Record<string, boolean | number | string>
  close(): Promise<void>
}

/** Starts the sandbox: one HTTPS server that answers by `Host` header, and the proxy. */
export async function startSandbox(options: StartOptions = {}): Promise<Sandbox> {
  const core = createSandbox(options)
  const { key, cert } = await createCertificate(core.hostPatterns)
  const listener = getRequestListener(async (request, env) => {
    const outcome = await core.handle(request)
    if (outcome !== 'reset') return outcome
    const { incoming } = env as HttpBindings
    incoming.socket.destroy()
    return RESPONSE_ALREADY_SENT
  })
  const server = createServer({ key, cert }, (incoming, outgoing) => void listener(incoming, outgoing))
  const port = await listening(server, options.port ?? 0)
  const proxy = createProxy({ serves: core.serves, port, onRefused: (host) => core.log.refuseEgress(host) })
  const proxyPort = await listening(proxy, options.proxyPort ?? 0)

  return {
    ...core,
    port,
    proxyPort,
    certificate: cert,
    chromiumArgs: () => chromiumArgs(core.hostPatterns, port),
    firefoxPrefs: () => firefoxPrefs(proxyPort),
    async close() {
      core.faults.clear()
      await Promise.all([closed(proxy), closed(server)])
    },
  }
}

function chromiumArgs(hostPatterns: readonly string[], port: number): string[] {
  const maps = hostPatterns.map((pattern) => `MAP ${pattern} 127.0.0.1:${port}`)
  const rules = [...maps, 'MAP * ~NOTFOUND', 'EXCLUDE 127.0.0.1', 'EXCLUDE localhost']
  return ['--ignore-certificate-errors', `--host-resolver-rules=${rules.join(', ')}`]
}

function firefoxPrefs(proxyPort: number): Record<string, boolean | number | string> {
  return {
    'network.proxy.type': 1,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': proxyPort,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': proxyPort,
    'services.settings.server': 'data:,#remote-settings-dummy/v1',
  }
}

function listening(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
