import { Hono } from 'hono'
import { invalid, notNumeric, resourceNotFound } from '../../errors.ts'
import { stamp } from '../../format.ts'
import type { Owner } from '../../model/portal.ts'
import { demandScopes, type ApiEnv } from '../context.ts'
import { numberParam } from '../input.ts'
import { offsetMs } from '../limits.ts'
import { page } from '../paging.ts'

/** `/account-info/…`. */
export const accountRoutes = new Hono<ApiEnv>().get('/details', (c) => {
  const { portal, now } = c.env
  const offset = offsetMs(portal.timeZone, now)
  const sign = offset < 0 ? '-' : '+'
  const clock = new Date(Math.abs(offset)).toISOString().slice(11, 16)
  return c.json({
    portalId: portal.id,
    accountType: 'STANDARD',
    timeZone: portal.timeZone,
    companyCurrency: portal.currency,
    additionalCurrencies: [],
    utcOffset: `${sign}${clock}`,
    utcOffsetMilliseconds: offset,
    uiDomain: portal.host,
    dataHostingLocation: portal.hublet,
  })
})

/** `/crm/owners…`. */
export const ownerRoutes = new Hono<ApiEnv>()
  .get('/', (c) => {
    demandScopes(c, 'crm.objects.owners.read')
    const email = c.req.query('email')?.toLowerCase()
    const owners = c.req.query('archived') === 'true' ? [] : c.env.portal.owners.filter((owner) => email === undefined || owner.email === email)
    const { slice, paging } = page(owners, numberParam(c, 'limit', 100, 500), c.req.query('after'), c.env.url)
    return c.json({ results: slice.map((owner) => presentOwner(owner, c.env.now)), ...paging })
  })
  .get('/:id', (c) => {
    demandScopes(c, 'crm.objects.owners.read')
    const idProperty = c.req.query('idProperty') ?? 'id'
    if (idProperty !== 'id' && idProperty !== 'userId') throw invalid(`Invalid idProperty: ${idProperty}`)
    const id = c.req.param('id')
    if (!/^\d+$/.test(id)) throw notNumeric(id)
    const owner = c.env.portal.owners.find((candidate) => String(candidate[idProperty === 'id' ? 'id' : 'userId']) === id)
    if (owner === undefined) throw resourceNotFound()
    return c.json(presentOwner(owner, c.env.now))
  })

const twoYearsMs = 63_072_000_000

function presentOwner(owner: Owner, now: number): Record<string, unknown> {
  const at = stamp(Math.floor((now - twoYearsMs) / 86_400_000) * 86_400_000)
  return {
    id: owner.id,
    email: owner.email,
    type: 'PERSON',
    firstName: owner.firstName,
    lastName: owner.lastName,
    userId: owner.userId,
    userIdIncludingInactive: owner.userId,
    createdAt: at,
    updatedAt: at,
    archived: false,
    teams: [{ id: '368389', name: owner.team, primary: true }],
  }
}
