import { randomUUID } from 'node:crypto'
import { seedId } from '../sandbox/salesforce/ids.ts'
import { salesforceOrg } from '../e2e/harness/people.ts'
import { startTestHub, type TestHub } from '../e2e/harness/hub.ts'
import { askFrom } from '../e2e/harness/set-up.ts'
import type { Surface } from '../e2e/harness/types.ts'

/** The two reps of the demo's team, and what they said before anybody looked. */
const reps = [
  { name: 'Robin Hale', verdicts: [['sofia-petrova', 'good', 'Webinar', 'real-need'], ['noah-fischer', 'wrong', 'Content', 'student-or-job-seeker']] },
  { name: 'Sam Ortiz', verdicts: [['rachel-goldberg', 'not_yet', 'Trade Show', 'no-budget-yet'], ['sven-nordqvist', 'good', 'Webinar', 'right-person']] },
] as const

/**
 * A hub of this machine with three people: the browser is its owner and marketer, two reps have joined and judged. The library is
 * published; openings of links are told, so that a sent link that is opened in this browser comes back to the panel.
 */
export async function startTeam(surface: Surface): Promise<TestHub & { invite: string }> {
  const hub = await startTestHub(surface.sandbox)
  const { view, close } = await surface.desk('#/connections')
  const ask = askFrom(view)
  await ask('team.join', { invite: hub.invite, name: 'Olivia Marsh' })
  await ask('team.set-terms', { name: 'Quayside', links: 'person', legalGround: 'Consent in the newsletter form' })
  await ask('team.publish', {})
  const invited = async (role: string, uses: number) => ((await ask('team.invite', { role, uses, days: 7 })) as { link: string }).link
  const link = await invited('rep', reps.length)
  for (const { name, verdicts } of reps) await joinAndJudge(hub.url, link, name, verdicts)
  await ask('team.sync', {})
  const invite = await invited('rep', 5)
  await close()
  return { ...hub, invite }
}

/** Another browser, as far as the hub can tell. */
async function joinAndJudge(hub: string, link: string, name: string, verdicts: (typeof reps)[number]['verdicts']): Promise<void> {
  const post = async (path: string, body: unknown, token = ''): Promise<unknown> => {
    const answer = await fetch(`${hub}/v1${path}`, { method: 'POST', headers: { 'content-type': 'application/json', 'authorization': `Bearer ${token}` }, body: JSON.stringify(body) })
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`)
    return answer.json()
  }
  const { token } = (await post('/join', { code: new URL(link).hash.slice(1), device: randomUUID(), name })) as { token: string }
  const { outcomes } = (await post('/events', verdicts.map(([lead, verdict, source, reason], index) => envelope(seedId('00Q', lead), { verdict, source, reason, rep: name, at: Date.now() - (index + 1) * 3_600_000 })), token)) as { outcomes: { status: string; detail?: string }[] }
  const refused = outcomes.find(({ status }) => status !== 'accepted')
  if (refused) throw new Error(`verdict of ${name}: ${refused.detail}`)
}

function envelope(id: string, { verdict, source, reason, rep, at }: { verdict: string; source: string; reason: string; rep: string; at: number }) {
  const ref = { crm: 'salesforce', org: salesforceOrg, kind: 'lead', id }
  const data = {
    type: 'verdict', id: randomUUID(), at, ref, rep: { id: rep, name: rep, verified: false }, verdict, reason,
    evidence: { playbook: '1', source, campaigns: [], digest: '0', stories: [] },
  }
  return { specversion: '1.0', id: data.id, source: `urn:leadside:salesforce:${salesforceOrg}`, type: 'app.leadside.verdict', data }
}
