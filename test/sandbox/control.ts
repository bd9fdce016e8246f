import { Hono } from 'hono'
import type { Service } from './gateway.ts'
import type { FaultRule, Faults, RequestLog, SandboxCrm } from './types.ts'

export const controlHost = 'control.sandbox.test'

export interface ControlDeps {
  crms: readonly SandboxCrm[]
  faults: Faults
  log: RequestLog
  reset(): void
}

/**
 * Lets another process read the sandbox and set faults and switches, as JSON:
 * `GET /log`, `DELETE /log`, `GET|POST|DELETE /faults`, `DELETE /faults/:id`, `POST /faults/:id/release`,
 * `GET /crm/:name` (all that was written), `POST /crm/:name` (switches), `POST /reset`.
 */
export function createControl({ crms, faults, log, reset }: ControlDeps): Service & { hostPatterns: readonly string[] } {
  const app = new Hono()
  const findCrm = (name: string): SandboxCrm | undefined => crms.find((crm) => crm.name === name)

  app.get('/log', (c) => c.json({ entries: log.entries, egress: log.egress }))
  app.delete('/log', (c) => {
    log.clear()
    return c.json({})
  })
  app.get('/faults', (c) => c.json(faults.list().map((fault) => ({ ...fault, held: faults.held(fault.id) }))))
  app.post('/faults', async (c) => c.json({ id: faults.add(await c.req.json<FaultRule>()) }, 201))
  app.delete('/faults', (c) => {
    faults.clear()
    return c.json({})
  })
  app.delete('/faults/:id', (c) => {
    faults.remove(c.req.param('id'))
    return c.json({})
  })
  app.post('/faults/:id/release', (c) => {
    faults.release(c.req.param('id'))
    return c.json({})
  })
  app.post('/reset', (c) => {
    reset()
    return c.json({})
  })
  app.get('/crm/:name', (c) => {
    const crm = findCrm(c.req.param('name'))
    return crm === undefined ? c.notFound() : c.json(crm.snapshot() as object)
  })
  app.post('/crm/:name', async (c) => {
    const crm = findCrm(c.req.param('name'))
    if (crm === undefined) return c.notFound()
    crm.configure(await c.req.json<Record<string, unknown>>())
    return c.json({})
  })

  const hosts = [controlHost, '127.0.0.1', 'localhost']
  return {
    name: 'control',
    hostPatterns: [controlHost],
    hosts: (host) => hosts.includes(host),
    fetch: async (request) => app.fetch(request),
  }
}
