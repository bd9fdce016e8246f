import { mkdtempSync, readlinkSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startSandbox } from '../sandbox/server.ts'
import { chromiumExtension, chromiumPath, expect, test } from './fixtures.ts'
import { launchChromium } from './harness/chromium.ts'
import { hubspotContact, salesforceLead } from './harness/leads.ts'
import { setUp } from './harness/set-up.ts'
import { waitFor } from './harness/wait.ts'
import { openLead, reachesCrm, verdictsIn } from './steps.ts'

test('S22 S05 another extension on the same page sees a frame and hears nothing', async () => {
  const sandbox = await startSandbox()
  const both = `${chromiumExtension},${join(import.meta.dirname, 'spy')}`
  const surface = await launchChromium(sandbox, { extension: chromiumExtension, executablePath: chromiumPath, args: [`--disable-extensions-except=${both}`, `--load-extension=${both}`] })
  try {
    await setUp(surface, { consent: true, library: true, salesforce: true })
    const { tab, panel } = await openLead(surface, salesforceLead)
    await panel.sees('Why this lead')
    await tab.page.evaluate(`dispatchEvent(new CustomEvent('look', { detail: '${surface.extensionId}' }))`)
    const seen = await waitFor(() => tab.page.evaluate<string | undefined>('document.documentElement.dataset.seen'), 'what the spy saw')
    expect(seen).toMatch(/^elements: style .*\biframe\b/)
    expect(seen).toMatch(/^inside: closed$/m)
    expect(seen).toMatch(/^fetched: refused$/m)
    expect(seen.match(/^(\S+): (?:Could not establish connection\. Receiving end does not exist\.|closed|undefined)$/gm)).toHaveLength(7)
    for (const canary of [salesforceLead.name, 'Acme', 'Good', 'ok":true']) expect(seen, canary).not.toContain(canary)
  } finally {
    await surface.close()
    await sandbox.close()
  }
})

test('F39 a browser killed between the click and the delivery has lost nothing, and delivers it once', async () => {
  const sandbox = await startSandbox()
  const profile = mkdtempSync(join(tmpdir(), 'leadside-killed-'))
  const launch = () => launchChromium(sandbox, { extension: chromiumExtension, executablePath: chromiumPath, profile })
  try {
    const before = await launch()
    await setUp(before, { consent: true, library: true, hubspot: true })
    const { panel } = await openLead(before, hubspotContact)
    await panel.click({ role: 'button', name: 'Good' })
    await panel.sees(/by you/)
    expect(verdictsIn(before, 'hubspot')).toEqual([])
    // Chromium keeps its process number in the profile: `host-1234`.
    process.kill(Number(readlinkSync(join(profile, 'SingletonLock')).split('-').at(-1)), 'SIGKILL')
    await before.close().catch(() => undefined)

    const after = await launch()
    const again = await openLead(after, hubspotContact)
    await again.panel.sees(/Good.* by you/)
    await reachesCrm(after, 'hubspot', 'good', 60_000)
    await again.panel.sees(/Logged in HubSpot/, 30_000)
    const notes = sandbox.hubspot.portal(24680135).journal.filter(({ action, objectType }) => action === 'create' && objectType === 'notes')
    expect(notes).toHaveLength(1)
    await after.close()
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 })
    await sandbox.close()
  }
})
