import type { Connection } from '@/lib/domain/connection'
import { AppError, toErrorInfo } from '@/lib/domain/errors'
import type { SalesforceDeps } from '../ports'
import { feedbackObject } from './feedback-fields'
import { toActor } from './org/identity'
import type { Org } from './org/org'
import type { Orgs } from './org/orgs'
import { mayAdminister } from './org/permissions'
import { absentKey } from './read/absent'
import { hasPackage } from './read/person-fields'
import { canHoldVerdicts } from './write/feedback-body'
import { refusedStatus } from './write/refused-status'

type Ability = Connection['abilities'][number]

/** Asks Salesforce afresh what works, forgetting what was remembered as absent: an admin may just have changed it. */
export async function report(deps: SalesforceDeps, orgs: Orgs, host: string): Promise<Connection> {
  const token = await deps.vault.get(`salesforce:${host}`)
  if (!token) throw new AppError('not-connected')
  const base = { crm: 'salesforce' as const, org: host, mode: token.mode, scopes: token.scopes }
  try {
    const org = await orgs.expect(host)
    const user = await org.user(true)
    await deps.cache.remove(absentKey(host, org.userId))
    const abilities = await abilitiesOf(deps, org, token.mode === 'oauth' && !token.refreshToken)
    const admin = await mayAdminister(org, deps.cache, 'afresh')
    return { ...base, state: 'connected', actingAs: toActor(user), admin, budget: org.budget(), abilities }
  } catch (error) {
    const info = toErrorInfo(error)
    return { ...base, state: info.kind === 'signed-out' ? 'expired' : 'failed', abilities: [], error: info }
  }
}

async function abilitiesOf(deps: SalesforceDeps, org: Org, cannotRenew: boolean): Promise<Ability[]> {
  const shapeOf = async (object: string) => {
    await org.forgetShape(object)
    return org.describe(object)
  }
  const [lead, feedback, task, email, delivery] = await Promise.all(['Lead', feedbackObject, 'Task', 'EmailMessage', 'ContentDistribution'].map(shapeOf))
  const refused = await refusedStatus(org, deps.cache).find()
  const ability = (name: string, ok: boolean, need: string, who: Ability['who']): Ability => (ok ? { name, ok } : { name, ok, need, who })
  return [
    ability('sf-read', lead !== undefined, 'Lead', 'admin'),
    ability('sf-verdicts', canHoldVerdicts(feedback), feedbackObject, 'admin'),
    ability('sf-tasks', task?.createable ?? false, 'Task', 'admin'),
    ability('sf-emails', email !== undefined, 'EmailMessage', 'admin'),
    ability('sf-deliveries', delivery !== undefined, 'ContentDistribution', 'admin'),
    ability('sf-package', hasPackage(lead), 'Account Engagement, Marketo Sales Insight', 'vendor'),
    ...(refused ? [ability('sf-lead-status', false, [refused.status, refused.error.detail].filter(Boolean).join(': '), 'admin')] : []),
    ...(cannotRenew ? [ability('sf-renewal', false, 'refresh_token', 'admin')] : []),
  ]
}
