import { randomBytes, randomUUID } from 'node:crypto'
import { uuid7 } from '../../lib/domain/uuid7.ts'
import type { CloudEvent } from '../../lib/domain/cloud-event.ts'
import { createDevice } from '../contract/hub/deliver.ts'
import { envelopes, verdict } from '../contract/hub/examples.ts'
import { chromiumPath, expect, launchSecond, launchSecondFirefox, test } from './fixtures.ts'
import { launchProspect, seesOpenings, sendTracked, startTestHub, teamAsset as asset } from './harness/hub.ts'
import { keptCode } from './harness/kept.ts'
import { salesforce, salesforceLead } from './harness/leads.ts'
import { askFrom, setUp } from './harness/set-up.ts'
import type { ChromiumSurface } from './harness/chromium.ts'
import type { Surface, View } from './harness/types.ts'
import { openLead } from './steps.ts'

const minuteMs = 60_000
const other = salesforce('sofia-petrova', 'Sofia Petrova')

/** One desk of a browser, kept open: reads and asks as its person. */
async function deskOf(surface: Surface, page: string): Promise<{ view: View; ask: ReturnType<typeof askFrom> }> {
  const { view } = await surface.desk(page)
  return { view, ask: askFrom(view) }
}

/** Sets the clock of a browser's background so many milliseconds behind, as long as that background runs. */
async function backgroundBehind(surface: ChromiumSurface, ms: number): Promise<void> {
  await surface.evaluateBackground(`(() => { globalThis.present ??= Date.now; Date.now = () => present() - ${ms} })()`)
}

test('three people share a hub: an asset goes out, its opening comes back, both verdicts count, a person is erased everywhere', async ({ beginChromium }) => {
  // Four browsers and a hub: on a busy machine that is most of two minutes.
  test.setTimeout(180_000)
  const surface = await beginChromium({ consent: true })
  const [hub, robin, sam, prospect] = await Promise.all([
    startTestHub(surface.sandbox), launchSecond(surface.sandbox), launchSecondFirefox(surface.sandbox), launchProspect(surface.sandbox, chromiumPath),
  ])
  try {
    // The marketer runs the hub: joins as owner, lets openings be told, invites two.
    const marketer = await deskOf(surface, '#/connections')
    await marketer.view.click({ role: 'button', name: 'Join a hub' })
    await marketer.view.type({ role: 'textbox', name: 'Invite' }, hub.invite)
    await marketer.view.type({ role: 'textbox', name: 'Your name' }, 'Olivia Marsh')
    await marketer.view.click({ role: 'button', name: 'Join' })
    await marketer.view.sees('Joined')
    await marketer.view.select({ role: 'combobox', name: 'Tracked links' }, 'Tell who opened')
    await marketer.view.type({ role: 'textbox', name: 'Legal ground' }, 'Consent in the newsletter form')
    await marketer.view.click({ role: 'button', name: 'Save', nth: 0 })
    await marketer.view.type({ role: 'textbox', name: 'For how many' }, '2')
    await marketer.view.click({ role: 'button', name: 'Make an invite' })
    await marketer.view.sees('Hand on this link')
    const invite = await marketer.view.evaluate<string>(`[...document.querySelectorAll('code')].map((code) => code.textContent).find((text) => text.includes('/join#'))`)
    await marketer.ask('library.save', { asset })

    await Promise.all([
      setUp(robin, { salesforce: true, hub: { invite, name: 'Robin Hale' } }),
      setUp(sam, { salesforce: true, hub: { invite, name: 'Sam Ortiz' } }),
    ])
    // One sent it five minutes ago: from within two minutes of its mail nobody can tell a person from a gateway.
    hub.liveBehind(5 * minuteMs)
    await backgroundBehind(robin, 5 * minuteMs)
    const robins = await openLead(robin, salesforceLead)
    const sams = await openLead(sam, other)
    for (const { panel } of [robins, sams]) await panel.sees(asset.title)
    const link = await sendTracked(robin, robins)
    expect(await prospect.follow(link)).toBe(asset.url)
    const robinsDesk = await deskOf(robin, '#/connections')
    await robins.tab.front()
    await seesOpenings(robins.panel, asset.title, robinsDesk.ask)
    await robins.panel.sees('Not known')
    const today = await robin.sidePanel()
    await today.view.sees('To judge')
    await today.view.seesNot('Opened what you sent')
    await today.close()

    // Two and a half minutes ago it was opened once more, and that was a person: the rep is told so, until they have put it away.
    hub.liveBehind(2.5 * minuteMs)
    expect(await prospect.follow(link)).toBe(asset.url)
    hub.liveBehind(0)
    await backgroundBehind(robin, 0)
    await expect(async () => {
      await robinsDesk.ask('team.sync', {})
      await robins.panel.sees(/They opened “The team guide to inventory” [23] minutes ago/, 1_000)
    }).toPass({ timeout: 30_000 })
    await robins.panel.sees(/Sent.*The team guide to inventory.*They opened it\s+[23] minutes ago/s)
    const waiting = await robin.sidePanel()
    await waiting.view.sees(/Opened what you sent.*Priya Raman.*Opened “The team guide to inventory”/s)
    await waiting.close()
    await robins.tab.front()
    await robins.panel.click({ role: 'button', name: 'Dismiss', nth: 0 })
    await robins.panel.seesNot('They opened “')
    const later = await robin.sidePanel()
    await later.view.sees('To judge')
    await later.view.seesNot('Opened what you sent')
    await later.close()
    await robins.tab.front()

    // Both judge; marketing sees both, with acceptance, as soon as Undo is over.
    await robins.panel.click({ role: 'button', name: 'Good' })
    await sams.tab.front()
    await sams.panel.click({ role: 'button', name: 'Wrong' })
    await expect(async () => {
      await marketer.ask('team.sync', {})
      expect(((await marketer.ask('feedback.page', { limit: 9 })) as { rows: unknown[] }).rows).toHaveLength(2)
    }).toPass({ timeout: 40_000 })
    await marketer.view.evaluate(`location.hash = '#/feedback'`)
    await marketer.view.sees('2 verdicts')
    // Acceptance of two leads is no rate yet: the desk says how many more are needed.
    await marketer.view.sees('Too early, 18 more needed')

    // A person is erased: at the hub, and in every browser that asks it.
    const id = salesforceLead.path.split('/')[4] ?? ''
    await marketer.ask('data.delete-person', { query: id })
    await expect(async () => {
      await robinsDesk.ask('team.sync', {})
      expect(await robinsDesk.view.evaluate(keptCode())).not.toContain(id)
    }).toPass({ timeout: 30_000 })
    expect(((await marketer.ask('feedback.page', { limit: 9 })) as { rows: unknown[] }).rows).toHaveLength(1)
  } finally {
    await Promise.all([robin.close(), sam.close(), prospect.close(), hub.close()])
  }
})

const dayMs = 86_400_000
const verdicts = ['good', 'good', 'wrong', 'good', 'not_yet', 'cant_tell'] as const

/** What a team has said so far: 1,500 leads within the last 150 days. */
function history(now: number): CloudEvent[] {
  return Array.from({ length: 1_500 }, (_, n) => {
    const at = now - (n % 150) * dayMs - n * 1_000 - minuteMs
    const given = { id: () => uuid7(at, randomBytes(10)), now: () => at }
    const evidence = { playbook: '1', source: 'Webinar', campaigns: [`Campaign ${n % 4}`], digest: 'd', stories: [] }
    return envelopes(verdict(given, n + 1, { verdict: verdicts[(n + (n % 7)) % verdicts.length] ?? 'good', evidence }))
  }).flat()
}

test('while a team\'s verdicts are on their way here the overview shows the hub\'s figures and says so, and then the same ones of its own', async ({ beginChromium }) => {
  const surface = await beginChromium({ consent: true })
  const hub = await startTestHub(surface.sandbox)
  const { letGo } = await holdBack(surface, ({ pathname, searchParams }) => pathname === '/v1/events' && Number(searchParams.get('after')) > 0)
  try {
    const owner = createDevice(() => hub.url)
    await owner.join(hub.invite)
    const told = history(Date.now())
    for (let from = 0; from < told.length; from += 500) expect(await owner.append(told.slice(from, from + 500))).toHaveLength(500)
    const { link } = (await owner.call('POST', '/v1/invites', { id: randomUUID(), role: 'marketer', uses: 1, expiresAt: Date.now() + dayMs })).body as { link: string }
    await setUp(surface, { hub: { invite: link, name: 'Ines Novak' } })

    const { view } = await surface.desk('#/overview')
    await view.sees(/From the hub's summary, as of .* still being brought to this browser/)
    await view.sees('900 leads judged')
    await view.sees('reasons, coverage and what became of the leads follow')
    // Acceptance with its interval and change, and the same of each campaign.
    const figures = () => view.evaluate<string[]>(`[...document.querySelectorAll('main section')].map((card) => card.innerText).filter((text) => /^Acceptance/.test(text)).flatMap((text) => text.match(/[+-]?\\d+%?/g))`)
    const ofHub = await figures()
    expect(ofHub.length).toBeGreaterThan(40)

    await letGo()
    await view.seesNot("From the hub's summary", 30_000)
    await view.sees('Verdicts over time')
    await expect.poll(figures).toEqual(ofHub)
  } finally {
    await letGo()
    await hub.close()
  }
})

/** Lets requests wait until they are let go, as at a service that takes its time. */
async function holdBack({ context }: ChromiumSurface, wanted: (url: URL) => boolean): Promise<{ letGo(): Promise<void> }> {
  const gate = Promise.withResolvers<void>()
  await context.route(wanted, async (route) => {
    await gate.promise
    await route.continue()
  })
  return {
    async letGo() {
      gate.resolve()
      await context.unrouteAll({ behavior: 'wait' })
    },
  }
}
