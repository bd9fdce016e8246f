import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSandbox } from '../../sandbox/sandbox.ts'

describe('the public address of links', () => {
  const seen: Record<string, unknown>[] = []
  const server = createServer((request, response) => {
    seen.push({ url: request.url, host: request.headers.host, user: request.headers['sec-fetch-user'] })
    response.writeHead(302, { location: 'https://www.quayside.example/guide' }).end()
  })
  beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)))
  afterAll(() => void server.close())

  it('leads to the hub with what the browser says of itself, and nowhere without one', async () => {
    const sandbox = createSandbox()
    const ask = () => sandbox.handle(new Request('https://go.quayside.example/l/slug?x=1', { headers: { 'sec-fetch-user': '?1' } }))
    expect(await ask()).toMatchObject({ status: 502 })
    sandbox.links.leadTo(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
    const answer = await ask()
    expect(answer === 'reset' ? answer : [answer.status, answer.headers.get('location')]).toEqual([302, 'https://www.quayside.example/guide'])
    expect(seen).toEqual([{ url: '/l/slug?x=1', host: 'go.quayside.example', user: '?1' }])
  })
})
