import { expect, test } from './fixtures.ts'
import { salesforce, salesforceLead } from './harness/leads.ts'
import { askFrom } from './harness/set-up.ts'
import type { Surface, View } from './harness/types.ts'
import { isAccessible, openLead } from './steps.ts'

/** Of the same industry, at the same stage. */
const likeLead = salesforce('joerg-bergmann', 'Jörg Bergmann')

test('two reps\' requests stand as one; marketing sees them and what was searched in vain, and answers; the answer is one click from sending on both leads', async ({ begin }) => {
  const surface = await begin({ library: true, salesforce: true })
  const { tab, panel } = await openLead(surface, salesforceLead)
  await askFor(panel, 'zeppelin warranty')
  const other = await openLead(surface, likeLead)
  await other.panel.type({ role: 'combobox', name: 'Search the library' }, 'quantum umbrella')
  await other.panel.sees('Ask for this')

  await expect.poll(() => missed(surface)).toContain('quantum umbrella')
  await other.tab.front()
  await askFor(other.panel, 'Zeppelin Warranty')

  const { view, close } = await surface.desk('#/library?tab=requests')
  await view.sees('Asked for 2 times')
  await view.sees('Manufacturing')
  await view.sees('Searched in vain')
  expect(await view.text()).not.toContain('Dana Okafor')
  await view.click({ role: 'button', name: 'Show requests' })
  await view.sees('Dana Okafor')
  await view.click({ role: 'button', name: 'Answer' })
  await view.click({ role: 'radio', name: /./, nth: 0 })
  await view.type({ role: 'textbox', name: 'A word to those who asked (optional)' }, 'Page four says it')
  await isAccessible(view, 'answering a request')
  await view.click({ role: 'button', name: 'Answer 2 requests' })
  await view.sees(/Answered on/)
  await close()

  await other.tab.front()
  await other.panel.sees('Page four says it')
  await tab.front()
  await panel.sees('You asked for “zeppelin warranty”')
  await panel.sees('Page four says it')
  await panel.click({ role: 'button', name: 'Send', nth: 0 })
  await panel.sees('Subject')
})

test('what needs care is listed, each with why; an owner settles it with one click; links are asked politely; gaps show', async ({ begin }) => {
  const surface = await begin({})
  await surface.grant(['https://www.quayside.example/*'])
  const before = await surface.desk()
  const ask = askFrom(before.view)
  const dayMs = 86_400_000
  const now = Date.now()
  const asset = (id: string, more: object) => ({
    id, title: `Guide ${id}`, abstract: '', kind: 'ebook', topics: [], stages: [], personas: [], industries: ['manufacturing'], products: [], language: 'en', status: 'approved', version: 1, shareable: true,
    updatedAt: now, source: { system: 'local' }, ...more,
  })
  const assets = [
    asset('gone', { expires: now - 5 * dayMs }), asset('ending', { expires: now + 5 * dayMs }), asset('old', { verifyEvery: 90, verifiedAt: now - 200 * dayMs, owner: 'Ines' }),
    asset('twice', { url: 'https://www.quayside.example/pricing?utm_source=x' }), asset('again', { url: 'https://www.quayside.example/pricing' }),
    asset('dead', { url: 'https://www.quayside.example/no-such-page' }), asset('unread', {}), asset('unsent', { updatedAt: now - 60 * dayMs }),
  ]
  await ask('library.import', { importId: 'care', assets, last: true })
  const unread = { specversion: '1.0', id: 'learned:unread', source: 'urn:leadside:desk', type: 'app.leadside.desk.learned', data: { at: now, learned: { item: 'unread', people: 0, next: {}, got: 3, opened: 0, replied: 0 } } }
  await ask('data.restore', { text: JSON.stringify(unread), dry: false, last: true })
  await before.close()

  const { view, close } = await surface.desk('#/library?tab=care')
  for (const topic of ['Expired', 'To be verified again', 'Expires within 30 days', 'Same address twice', 'Sent, but opened by nobody', 'Never sent']) await view.sees(topic)
  await view.sees('Sent to 3 people')
  await view.click({ role: 'button', name: 'Verify Guide old' })
  await view.seesNot('To be verified again')

  surface.sandbox.log.clear()
  await view.click({ role: 'button', name: 'Check links on 1 site' })
  await view.sees('Link is broken')
  await view.sees('All 2 links were checked within a week.')
  const asked = surface.sandbox.log.entries.filter(({ host }) => host === 'www.quayside.example').map(({ method, path }) => `${method} ${path}`)
  expect(asked.filter((line) => line.endsWith('/no-such-page'))).toEqual(['HEAD /no-such-page', 'GET /no-such-page'])
  await isAccessible(view, 'care')

  await view.evaluate(`location.hash = '#/library?tab=gaps&by=industry'`)
  await view.sees('By industry')
  await view.sees('Nothing')
  await view.sees(/\d assets?/)
  await close()
})

async function askFor(panel: View, query: string): Promise<void> {
  await panel.type({ role: 'combobox', name: 'Search the library' }, query)
  await panel.click({ role: 'button', name: 'Ask for this' })
  await panel.click({ role: 'button', name: 'Ask marketing' })
  await panel.sees('Marketing will see your request.')
}

async function missed(surface: Surface): Promise<string[]> {
  const { view, close } = await surface.desk()
  const { misses } = (await askFrom(view)('requests.list', {})) as { misses: { query: string }[] }
  await close()
  return misses.map(({ query }) => query)
}
