import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { request } from 'node:https'
import { connect } from 'node:net'
import { startSandbox, type Sandbox } from '../../sandbox/server.ts'

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox.close())
beforeEach(() => sandbox.reset())

function get(host: string, path: string, method = 'GET'): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const call = request({ host: '127.0.0.1', port: sandbox.port, servername: host, ca: sandbox.certificate, path, method, headers: { host } }, (answer) => {
      let body = ''
      answer.on('data', (chunk: Buffer) => (body += chunk.toString()))
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body }))
    })
    call.on('error', reject)
    call.end()
  })
}

describe('server', () => {
  it('answers by host name over TLS and logs the request', async () => {
    expect((await get('www.quayside.example', '/')).body).toContain('Quayside')
    expect(sandbox.log.find({ host: 'www.quayside.example' })).toMatchObject([{ service: 'website', path: '/', status: 200 }])
  })

  it('refuses hosts nobody serves', async () => {
    await expect(sandbox.fetch('https://evil.example/')).resolves.toMatchObject({ status: 421 })
    expect(sandbox.log.egress).toEqual(['evil.example'])
  })

  it.each(['reset-before', 'reset-after'] as const)('drops the connection on %s', async (kind) => {
    sandbox.faults.add({ effect: { kind }, host: 'www.quayside.example' })
    await expect(get('www.quayside.example', '/')).rejects.toThrow()
  })

  it('tunnels known hosts through the proxy and refuses and logs others', async () => {
    const ask = (host: string): Promise<string> =>
      new Promise((resolve) => {
        const socket = connect(sandbox.proxyPort, '127.0.0.1', () => socket.write(`CONNECT ${host}:443 HTTP/1.1\r\nHost: ${host}:443\r\n\r\n`))
        socket.once('data', (chunk) => {
          resolve(chunk.toString().split('\r\n')[0] ?? '')
          socket.destroy()
        })
      })
    expect(await ask('app.hubspot.com')).toBe('HTTP/1.1 200 Connection Established')
    expect(await ask('app.hubspot.com.example')).toBe('HTTP/1.1 403 Forbidden')
    expect(sandbox.log.egress).toEqual(['app.hubspot.com.example'])
  })
})

describe('control API', () => {
  it('sets and lifts faults and reads the log', async () => {
    const rule = { effect: { kind: 'respond', status: 418 }, host: 'www.quayside.example', count: 1 }
    await sandbox.fetch('https://control.sandbox.test/faults', { method: 'POST', body: JSON.stringify(rule) })
    expect((await sandbox.fetch('https://www.quayside.example/')).status).toBe(418)
    expect((await sandbox.fetch('https://www.quayside.example/')).status).toBe(200)
    const log: { entries: { faults: string[] }[] } = await (await sandbox.fetch('https://control.sandbox.test/log')).json()
    expect(log.entries.map((entry) => entry.faults.length)).toEqual([0, 1, 0, 0])
  })
})
