import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ownerInvite } from '@/hub/people/bootstrap'
import { createDataCare } from '@/lib/app/data'
import type { VerdictEvent } from '@/lib/domain/ledger'
import { recordKey } from '@/lib/domain/record-key'
import type { RecordRef } from '@/lib/domain/record-ref'
import { snapshotOf } from '../fakes/app'
import { createBrowser } from './hub/browser'
import { assetOf, findingOf, verdict as exampleVerdict } from './hub/examples'
import { codeIn, createHub, type Hub } from './hub/harness'

type Browser = Awaited<ReturnType<typeof createBrowser>>
/** Another portal than that of the sample people, who are told to nobody. */
const refOf = (id: number): RecordRef => ({ crm: 'hubspot', org: '24680135', kind: 'contact', id: String(id) })

describe('one browser and several people', () => {
  let hub: Hub
  let owner: Browser
  const invite = async (role: 'marketer' | 'rep') => {
    // So many joinings from one place in a minute the hub would refuse.
    hub.pass(4_000)
    return inviteNow(role)
  }
  const inviteNow = async (role: 'marketer' | 'rep') => codeIn(await (await owner.team.expectSession()).invite({ id: hub.id(), role, uses: 1, expiresAt: hub.now() + 86_400_000 }) ?? '')
  const verdict = (record: number, more: Partial<VerdictEvent> = {}) => exampleVerdict(hub, record, { ref: refOf(record), ...more })
  /** Who the hub says judged the records: names by record. */
  const told = async () => Object.fromEntries((await sql<{ record_key: string; name: string }>`select record_key, name from event join person on person.id = person_id`.execute(hub.deps.db)).rows.map(({ record_key, name }) => [record_key.split(':').at(-1), name]))
  const asked = async () => (await sql<{ name: string }>`select name from audit join person on person.id = person_id where act = 'person-erased'`.execute(hub.deps.db)).rows.map(({ name }) => name)
  const away = async <T>(browser: Browser, work: () => Promise<T>): Promise<T> => {
    browser.wire.down = true
    try {
      return await work()
    } finally {
      browser.wire.down = false
    }
  }
  const later = (browser: Browser) => {
    browser.app.clock.advance(20 * 60_000)
    return browser.flusher.flush()
  }

  beforeAll(async () => {
    hub = await createHub('pglite')
    owner = await createBrowser(hub)
    await owner.join(codeIn(await ownerInvite(hub.deps) ?? ''), 'Olivia')
  }, 120_000)
  afterAll(() => hub.close())

  it('what one did and the hub was not told goes out under nobody else\'s name, and holds up nobody', async () => {
    const desk = await createBrowser(hub)
    const codeOfAda = await invite('rep')
    const { member: ada } = await desk.join(codeOfAda, 'Ada')
    await away(desk, async () => {
      await desk.append([verdict(1), verdict(2)])
      await desk.flusher.flush()
      expect(await desk.team.membership.leave({ copy: 'keep', undelivered: 'ask' })).toEqual({ done: false, undelivered: 2 })
      expect(await desk.team.membership.leave({ copy: 'keep', undelivered: 'keep' })).toEqual({ done: true, undelivered: 2 })
    })
    expect((await later(desk)).nextDue).toBeUndefined()
    const { member: ben } = await desk.join(await invite('rep'), 'Ben')
    await desk.append([verdict(1, { id: hub.id() }), verdict(3)])
    await later(desk)
    expect(await told()).toEqual({ 1: 'Ben', 3: 'Ben' })
    expect(await desk.team.waiting()).toEqual([{ member: { id: ada.id, name: 'Ada', hub: 'https://hub.example' }, deliveries: 2, erasures: 0 }])
    expect(await desk.team.state(desk.publishing)).toMatchObject({ queue: 0, shareable: 0, member: { id: ben.id } })
    await desk.team.membership.leave({ copy: 'keep', undelivered: 'ask' })
    // The hub was away when Ada left, so that her invite still opens her own session.
    expect((await desk.join(codeOfAda, 'Ada')).member.id).toBe(ada.id)
    expect(await later(desk)).toMatchObject({ delivered: 2 })
    expect(await told()).toMatchObject({ 2: 'Ada', 3: 'Ben' })
    expect([await desk.team.waiting(), await desk.app.rows()]).toEqual([[], []])
  })

  it('whose session ended and who comes back with a new invite says so, and then it goes out', async () => {
    const desk = await createBrowser(hub)
    const { sessionId, member: old } = await desk.join(await invite('rep'), 'Cleo')
    await (await owner.team.expectSession()).end(sessionId)
    await desk.append([verdict(11)])
    await desk.flusher.flush()
    await expect(desk.team.sync.run()).rejects.toMatchObject({ kind: 'signed-out' })
    await desk.join(await invite('rep'), 'Cleo again')
    expect(await later(desk)).toMatchObject({ delivered: 0 })
    await desk.team.settleWaiting(old.id, 'mine')
    expect(await later(desk)).toMatchObject({ delivered: 1 })
    expect((await told())[11]).toBe('Cleo again')
  })

  it('what the hub has already is no failure for whoever tells it again as theirs', async () => {
    const desk = await createBrowser(hub)
    const { member } = await desk.join(await invite('rep'), 'Dot')
    await desk.append([verdict(21)])
    // The hub takes it, and the answer is lost.
    await (await desk.team.expectSession()).append(await desk.app.stores.ledger.all(['verdict']))
    await away(desk, () => desk.team.membership.leave({ copy: 'keep', undelivered: 'keep' }))
    await desk.join(await invite('rep'), 'Dot again')
    await desk.team.settleWaiting(member.id, 'mine')
    expect(await later(desk)).toMatchObject({ delivered: 1, failed: 0 })
    expect((await told())[21]).toBe('Dot')
  })

  it('can be given up, and tells nothing leased for somebody who left since', async () => {
    const desk = await createBrowser(hub)
    const { member } = await desk.join(await invite('rep'), 'Eve')
    await away(desk, async () => {
      await desk.append([verdict(31)])
      await desk.team.membership.leave({ copy: 'keep', undelivered: 'keep' })
    })
    await expect(desk.team.settleWaiting(member.id, 'mine')).rejects.toMatchObject({ kind: 'not-connected' })
    await desk.join(await invite('rep'), 'Finn')
    await expect(desk.team.append([verdict(31)], member.id)).rejects.toMatchObject({ kind: 'wrong-user' })
    await desk.team.settleWaiting(member.id, 'give-up')
    expect([await desk.team.waiting(), await desk.app.rows(), (await desk.app.stores.ledger.all(['verdict'])).length]).toEqual([[], [], 1])
    expect((await told())[31]).toBeUndefined()
  })

  it('offers nobody what others judged as members, however long ago', async () => {
    const desk = await createBrowser(hub)
    await desk.join(await invite('rep'), 'Gil')
    await desk.append([verdict(41, { at: desk.app.clock.now() })])
    await desk.flusher.flush()
    await desk.team.membership.leave({ copy: 'keep', undelivered: 'ask' })
    await desk.app.stores.housekeeping.run(hub.now() + 40 * 86_400_000, 365)
    desk.app.clock.advance(1_000)
    await desk.app.deps.ledger.append([verdict(42, { at: desk.app.clock.now() })], [])
    desk.app.clock.advance(1_000)
    await desk.join(await invite('rep'), 'Hana')
    expect((await desk.team.state(desk.publishing))?.shareable).toBe(1)
  })

  it('S61 asks for an erasure in the name of who asked for it', async () => {
    const desk = await createBrowser(hub)
    const code = await invite('marketer')
    await desk.join(code, 'Ida')
    await away(desk, async () => {
      await desk.team.erase({ refs: [refOf(3)] })
      await desk.team.membership.leave({ copy: 'keep', undelivered: 'keep' })
    })
    await desk.join(await invite('marketer'), 'Jan')
    await desk.team.sync.run()
    expect([await asked(), await desk.team.waiting()]).toMatchObject([[], [{ member: { name: 'Ida' }, erasures: 1 }]])
    await desk.team.membership.leave({ copy: 'keep', undelivered: 'ask' })
    await desk.join(code, 'Ida')
    await desk.team.sync.run()
    expect([await asked(), await desk.team.waiting()]).toEqual([['Ida'], []])
  })

  it('S61 deletes nothing while an erasure was not told, unless that is meant', async () => {
    const desk = await createBrowser(hub)
    await desk.join(await invite('marketer'), 'Kim')
    const data = createDataCare({ ...desk.app.deps, hub: desk.team })
    await desk.append([verdict(51)])
    await desk.flusher.flush()
    await away(desk, async () => {
      await desk.team.erase({ refs: [refOf(52)] })
      expect(await data.deleteAll('ask')).toEqual({ done: false, untold: 1 })
      expect([(await desk.app.stores.ledger.all(['verdict'])).length, (await desk.app.stores.hubStore.erasuresToTell()).length]).toEqual([1, 1])
    })
    expect(await data.deleteAll('ask')).toEqual({ done: true, untold: 0 })
    expect(await asked()).toContain('Kim')
  })

  it('S61 keeps no address for an erasure that waits, tells of any number of records, and reaches copies of the CRM in other browsers', async () => {
    const [desk, rep] = [await createBrowser(hub), await createBrowser(hub)]
    await desk.join(await invite('marketer'), 'Noa')
    await rep.join(await invite('rep'), 'Olli')
    await rep.app.stores.snapshots.put(snapshotOf(refOf(71)))
    await rep.app.stores.snapshots.remember([{ ref: refOf(72), same: [], name: 'Marta' }], rep.app.clock.now())
    await away(desk, () => desk.team.erase({ refs: Array.from({ length: 25 }, (_, n) => refOf(70 + n)), email: ' Marta@Brightwater.example' }))
    expect(JSON.stringify(await desk.app.stores.hubStore.erasuresToTell())).not.toMatch(/marta/i)
    await desk.team.sync.run()
    expect([await desk.app.stores.hubStore.erasuresToTell(), await desk.app.stores.warnings.all()]).toEqual([[], []])
    await rep.team.sync.run()
    expect(await rep.app.stores.snapshots.keys()).toEqual([])
  })

  it('what was kept of one hub goes away with no other', async () => {
    const [desk, other] = [await createBrowser(hub), await createHub('pglite')]
    try {
      await owner.publishing.assets.put([assetOf('kept')])
      await owner.publishing.documents.put([findingOf('kept', { version: 1 })])
      await owner.append([verdict(61)])
      await owner.flusher.flush()
      await desk.join(await invite('marketer'), 'Lea')
      await desk.team.sync.run()
      const here = async () => [
        (await desk.app.stores.assets.byId('kept'))?.source.system, (await desk.app.stores.documents.all('finding')).map(({ id }) => id),
        (await desk.app.stores.team.forRecord([recordKey(refOf(61))])).length, (await desk.app.stores.feedback.page({ limit: 99 })).entries.filter(({ ref }) => ref.id === '61').length,
      ]
      expect(await here()).toEqual(['hub', ['kept'], 1, 1])
      await desk.team.membership.leave({ copy: 'keep', undelivered: 'ask' })
      desk.wire.to = other
      await desk.join(codeIn(await ownerInvite(other.deps) ?? ''), 'Lea')
      await desk.team.sync.run()
      await desk.team.membership.leave({ copy: 'remove', undelivered: 'ask' })
      expect(await here()).toEqual(['local', ['kept'], 1, 1])
      desk.wire.to = hub
      // Back where it came from it is the hub's again.
      await desk.join(await invite('marketer'), 'Lea')
      await desk.team.sync.run()
      expect((await here())[0]).toBe('hub')
      await desk.team.membership.leave({ copy: 'remove', undelivered: 'ask' })
      expect(await here()).toEqual([undefined, [], 0, 0])
    } finally {
      await other.close()
    }
  })

  it('a rep who becomes a marketer learns what was there before, and a marketer who becomes a rep keeps none of it', async () => {
    const desk = await createBrowser(hub)
    const { member } = await desk.join(await invite('rep'), 'Mo')
    await owner.publishing.assets.put([assetOf('plan', { status: 'draft' })])
    await desk.team.sync.run()
    const seen = async () => [(await desk.app.stores.assets.byId('plan'))?.status, (await desk.app.stores.feedback.page({ limit: 99 })).entries.length > 0]
    expect(await seen()).toEqual([undefined, false])
    const become = async (role: 'rep' | 'marketer') => {
      await (await owner.team.expectSession()).setRole(member.id, role)
      await desk.team.sync.run()
    }
    await become('marketer')
    expect(await seen()).toEqual(['draft', true])
    await become('rep')
    expect(await seen()).toEqual([undefined, false])
  })
})
