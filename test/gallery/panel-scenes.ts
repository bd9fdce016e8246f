import type { Page } from '@playwright/test'
import type { ChromiumSurface } from '../e2e/harness/chromium.ts'
import { hubspotContact, salesforce, salesforceLead, type Lead } from '../e2e/harness/leads.ts'
import type { View } from '../e2e/harness/types.ts'
import type { FaultEffect } from '../sandbox/types.ts'
import type { Filling, Scene, Shot } from './types.ts'

const sofia = salesforce('sofia-petrova', 'Sofia Petrova')
const noah = salesforce('noah-fischer', 'Noah Fischer')
const rachel = salesforce('rachel-goldberg', 'Rachel Goldberg')
const unread = salesforce('jordan-reyes', 'Jordan Reyes')

/** The panel beside a lead of the stand-in CRM, once it has said what it is waited for. */
function beside(lead: Lead, filling: Filling, state: string, { until = 'Suggested assets', act }: { until?: string | RegExp; act?: (panel: View) => Promise<void> } = {}): Shot {
  return {
    state, filling,
    async open(surface) {
      const tab = await surface.open(lead.url)
      const page: Page = surface.pageOf(tab)
      const panel = await tab.panel()
      await panel.sees(until, 20_000)
      await page.waitForTimeout(700)
      await act?.(panel)
      await page.waitForTimeout(300)
      return page
    },
  }
}
const press = (...names: (string | RegExp)[]) => async (panel: View) => { for (const name of names) await panel.click({ role: 'button', name, nth: 0 }) }
const to = (heading: string) => async (panel: View) => { await panel.evaluate(`[...document.querySelectorAll('h2')].find((title) => title.innerText.startsWith(${JSON.stringify(heading)}))?.scrollIntoView({ block: 'start' })`) }
const search = (text: string, ...then: (string | RegExp)[]) => async (panel: View) => {
  await panel.type({ role: 'combobox', name: 'Search the library' }, text)
  await panel.sees(/assets? found|Nothing|No asset/i)
  await press(...then)(panel)
}
/** Salesforce answers everything with a fault; with a copy, the lead was read before. */
const broken = (state: string, effect: FaultEffect, copy = false): Shot => ({
  state, filling: 'failing',
  async open(surface) {
    const tab = await surface.open(salesforceLead.url)
    await (await tab.panel()).sees('Suggested assets', 30_000)
    await surface.pageOf(tab).waitForTimeout(1_000)
    surface.sandbox.faults.add({ host: 'quayside.my.salesforce.com', path: '/services/data/*', effect })
    if (copy) await press('Read again')(await tab.panel())
    else await tab.goto(unread.url)
    await (await tab.panel()).sees(/Salesforce|again/i, 45_000)
    const page = surface.pageOf(tab)
    await page.waitForTimeout(2_500)
    return page
  },
  // What a background learned of one fault (to leave the service alone) is no part of the next picture.
  async after(surface) {
    surface.sandbox.faults.clear()
    await surface.closeTabs()
    await surface.killBackground()
  },
})

async function today(surface: ChromiumSurface): Promise<Page> {
  const { context, extensionId } = surface
  const page = await context.newPage()
  await page.goto(`chrome-extension://${extensionId}/sidepanel.html`)
  await page.locator('h1').first().waitFor()
  await page.waitForTimeout(500)
  return page
}

export const panelScenes: Scene[] = [
  { name: 'panel', title: 'The panel: why this lead', sentence: 'Who it is, whose turn it is, and what speaks for and against: a new lead, a student, a thirteen-month story, and HubSpot.', shots: [
    beside(noah, 'samples', 'nothing'), beside(sofia, 'samples', 'little'), beside(rachel, 'much', 'much'), beside(hubspotContact, 'samples', 'hubspot'), beside(salesforceLead, 'samples', 'salesforce'),
  ] },
  { name: 'panel-story', title: 'The panel: content story', sentence: 'What this person consumed, newest first; machines apart from people.', shots: [
    beside(salesforceLead, 'samples', 'little', { act: to('Content story') }), beside(rachel, 'much', 'much', { act: to('Content story') }),
  ] },
  { name: 'panel-suggestions', title: 'The panel: suggested assets', sentence: 'What fits now, with the receipt for it.', shots: [
    beside(salesforceLead, 'samples', 'little', { act: async (panel) => { await press('Why this one')(panel); await to('Suggested assets')(panel) } }), beside(rachel, 'much', 'much', { act: to('Suggested assets') }),
  ] },
  { name: 'panel-search', title: 'The panel: search', sentence: 'Results while typing; what is not there is asked for in one click.', shots: [
    beside(salesforceLead, 'samples', 'nothing', { act: search('zeppelin warranty', 'Ask for this') }), beside(salesforceLead, 'samples', 'little', { act: search('inventory') }), beside(rachel, 'much', 'much', { act: search('plan') }),
  ] },
  { name: 'panel-send', title: 'The panel: send', sentence: 'Subject, text and link, as they will go out, and the way they go.', shots: [
    beside(salesforceLead, 'samples', 'little', { act: press('Send') }), beside(rachel, 'much', 'much', { act: press('Send') }),
  ] },
  { name: 'panel-verdict', title: 'The panel: verdict', sentence: 'One click judges; a second says why, or until when.', shots: [
    beside(sofia, 'samples', 'wrong', { act: press('Wrong') }), beside(noah, 'samples', 'not-yet', { act: press('Not yet', 'No budget yet') }), beside(rachel, 'much', 'clause', { act: press('Wrong') }),
  ] },
  { name: 'panel-today', title: 'The panel: Today', sentence: 'On pages that are no lead: what waits for the rep.', wide: { width: 420, height: 700 }, shots: [
    { state: 'nothing', filling: 'nothing', open: today }, { state: 'little', filling: 'little', open: today }, { state: 'much', filling: 'much', open: today },
  ] },
  { name: 'panel-errors', title: 'The panel: when something fails', sentence: 'Not connected, signed out, too many calls, Salesforce down with and without a copy: one sentence, one thing to do, and never an empty list.', shots: [
    beside(salesforceLead, 'nothing', 'not-connected', { until: 'One step is missing' }), broken('signed-out', { kind: 'unauthorized' }), broken('rate-limited', { kind: 'rate-limited', retryAfter: { seconds: 600 } }), broken('copy', { kind: 'unavailable' }, true), broken('down', { kind: 'unavailable' }),
  ] },
]
