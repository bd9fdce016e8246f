import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { startProcess } from '../../contract/hub/process.ts'
import { createCertificate } from '../../sandbox/certificate.ts'
import type { Sandbox } from '../../sandbox/server.ts'

const linksHost = 'go.quayside.example'

export interface TestHub {
  url: string
  /** The link of the first owner. */
  invite: string
  /** What a prospect's own browser, without any extension, shows after opening an address. */
  visit(url: string): Promise<{ url: string; title: string }>
  close(): Promise<void>
}

/** A real hub on the embedded database, with a public address for links that leads here in the prospect's browser only. */
export async function startTestHub(sandbox: Sandbox, chromiumPath?: string): Promise<TestHub> {
  const folder = mkdtempSync(join(tmpdir(), 'leadside-hub-'))
  const hub = await startProcess({ LEADSIDE_DATA: folder, LEADSIDE_LINKS_URL: `https://${linksHost}` })
  const door = await startLinksDoor(hub.url)
  return {
    url: hub.url,
    invite: hub.invite ?? '',
    async visit(url) {
      const browser = await chromium.launch({
        ...(chromiumPath ? { executablePath: chromiumPath } : {}),
        args: ['--no-sandbox', '--ignore-certificate-errors', `--host-resolver-rules=MAP ${linksHost} 127.0.0.1:${door.port}, MAP www.quayside.example 127.0.0.1:${sandbox.port}, MAP * ~NOTFOUND`],
      })
      try {
        // A browser without a window names itself as one, and is a machine to the hub.
        const page = await browser.newPage({ ignoreHTTPSErrors: true, userAgent: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36' })
        await page.setContent(`<a href="${url}">The guide</a>`)
        await page.getByRole('link').click()
        await page.waitForURL(/www\.quayside\.example/)
        return { url: page.url(), title: await page.title() }
      } finally {
        await browser.close()
      }
    },
    async close() {
      await door.close()
      await hub.kill('SIGTERM')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** What a proxy with TLS does before a hub: browsers say who navigates to trustworthy addresses only. */
async function startLinksDoor(hubUrl: string): Promise<{ port: number; close(): Promise<void> }> {
  const server = createServer(await createCertificate([linksHost]), (incoming, outgoing) => {
    const passed = request(`${hubUrl}${incoming.url ?? '/'}`, { method: incoming.method, headers: { ...incoming.headers, host: linksHost } }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(outgoing)
    })
    passed.on('error', () => outgoing.destroy())
    incoming.pipe(passed)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    close: () => new Promise((resolve) => { server.close(() => resolve()); server.closeAllConnections() }),
  }
}
