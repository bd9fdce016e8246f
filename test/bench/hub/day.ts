import { randomUUID } from 'node:crypto'
import { uuid7 } from '@/lib/domain/uuid7'
import { createDevice, type Device } from '../../contract/hub/deliver.ts'
import { assetOf, playbookOf, refOf } from '../../contract/hub/examples.ts'
import { createRandom } from '../random.ts'
import { openedEvents, someVerdict } from './events.ts'
import { createStopwatch, inLanes, type Row } from './measure.ts'

const assets = 2000
/** What one rep does on one day. */
const day = { verdicts: 6, batches: 3, polls: 20, standings: 6, links: 4, opens: 6 }
const lanes = 16
const prospect = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Firefox/150.0', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document', 'sec-fetch-user': '?1' }

type Act = (watch: ReturnType<typeof createStopwatch>) => Promise<void>

/** A day of so many reps, all acts mixed, as fast as the hub answers. */
export async function compressedDay(url: string, invite: string, reps: number): Promise<{ all: Row; routes: Row[] }> {
  const random = createRandom(7)
  const owner = createDevice(() => url)
  await owner.join(invite)
  await fill(owner)
  const team = await joinAll(owner, url, reps)
  const slugs: string[] = []
  const acts = team.flatMap((device, index) => actsOf(device, index * 1000 + 1, url, slugs, random))
  for (let at = acts.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1))
    ;[acts[at], acts[other]] = [acts[other] ?? noAct, acts[at] ?? noAct]
  }
  const watch = createStopwatch()
  await inLanes(lanes, acts, (act) => act(watch))
  return watch.rows()
}

async function noAct(): Promise<void> {
  await Promise.resolve()
}

async function fill(owner: Device): Promise<void> {
  await owner.call('PUT', '/v1/settings', { name: 'Team', links: 'person', legalGround: 'Consent in the form' })
  await owner.call('PUT', '/v1/playbook', { playbook: playbookOf('1') })
  for (let from = 0; from < assets; from += 500) {
    await owner.call('POST', '/v1/assets', { items: Array.from({ length: 500 }, (_, index) => ({ base: 0, asset: assetOf(`asset-${from + index}`) })) })
  }
}

/** Each from an address of its own, as behind a proxy: joining is slowed down by address. */
async function joinAll(owner: Device, url: string, reps: number): Promise<Device[]> {
  const { body } = await owner.call('POST', '/v1/invites', { id: randomUUID(), role: 'rep', uses: reps, expiresAt: Date.now() + 3_600_000 })
  const link = (body as { link: string }).link
  const team: Device[] = []
  await inLanes(lanes, Array.from({ length: reps }, (_, index) => index), async (index) => {
    const device = createDevice(() => url, { 'x-forwarded-for': `10.0.${index >> 8}.${index & 255}` })
    await device.join(link)
    team.push(device)
  })
  return team
}

function actsOf(device: Device, record: number, url: string, slugs: string[], random: () => number): Act[] {
  const tags = new Map<string, string>()
  const polled = ['/v1/assets?after=0&limit=1000', '/v1/playbook', '/v1/documents', '/v1/views', '/v1/erasures']
  const times = (count: number, act: (index: number) => Act): Act[] => Array.from({ length: count }, (_, index) => act(index))
  return [
    ...times(day.verdicts, (index) => async (watch) => void await watch.time('POST one verdict', () => device.call('POST', '/v1/events', [someVerdict(record + index, random, Date.now())]))),
    ...times(day.batches, (index) => async (watch) => void await watch.time('POST 10 events', () => device.call('POST', '/v1/events', openedEvents(10, record + index * 10, Date.now())))),
    ...times(day.standings, (index) => async (watch) => void await watch.time('GET standing verdict', () => device.call('GET', `/v1/records/hubspot/1000001/contact/${record + index}/standing`))),
    ...times(day.polls, (index) => async (watch) => {
      const path = polled[index % polled.length] ?? ''
      const tag = tags.get(path)
      const answer = await watch.time(tag === undefined ? 'GET delta, first' : 'GET delta, again (304 or what is new)', () => device.get(path, tag))
      if (answer.tag !== undefined) tags.set(path, answer.tag)
    }),
    ...times(day.links, (index) => async (watch) => {
      const ask = { id: uuid7(Date.now(), crypto.getRandomValues(new Uint8Array(10))), assetId: `asset-${Math.floor(random() * assets)}`, ref: refOf(record + index) }
      const { body } = await watch.time('POST link', () => device.call('POST', '/v1/links', ask))
      slugs.push((body as { slug: string }).slug)
    }),
    ...times(day.opens, () => async (watch) => {
      const slug = slugs[Math.floor(random() * slugs.length)]
      if (slug !== undefined) await watch.time('GET /l/… (redirect)', () => fetch(`${url}/l/${slug}`, { redirect: 'manual', headers: prospect }))
    }),
  ]
}
