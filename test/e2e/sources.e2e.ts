import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from './fixtures.ts'
import { askFrom } from './harness/set-up.ts'
import type { View } from './harness/types.ts'

const site = 'https://blog.quayside.example'
const add = { role: 'button', name: 'Add a source', nth: 0 } as const

test('a marketer follows the blog; what is new comes, what goes is archived, what was edited stays', async ({ begin }) => {
  const surface = await begin({})
  await surface.grant([`${site}/*`])
  const { view, close } = await surface.desk('#/library?tab=sources')
  await view.click(add)
  await view.type({ role: 'textbox', name: 'Address of your site, a feed or a file' }, site)
  await view.click({ role: 'button', name: 'See what is there' })
  await view.click({ role: 'button', name: /^Preview: RSS/ })
  await view.sees('3 new')
  await view.select({ role: 'combobox', name: 'Kind, where the item names none' }, 'Blog post')
  await view.click({ role: 'button', name: 'Preview again' })
  await view.click({ role: 'button', name: 'Import 3 assets and follow' })
  await view.sees('Up to date')
  await view.sees('3 assets')

  await view.evaluate(`location.hash = '#/library'`)
  await view.click({ role: 'button', name: 'Edit Calm stock' })
  await view.type({ role: 'textbox', name: 'Title' }, 'Calm stock, as we say it')
  await view.click({ role: 'button', name: 'Save' })
  await view.sees('Calm stock, as we say it')

  await view.evaluate(`location.hash = '#/library?tab=sources'`)
  await view.click({ role: 'button', name: 'Columns and values of Quayside posts' })
  await view.type({ role: 'textbox', name: 'Language of all items' }, 'fr')
  await view.click({ role: 'button', name: 'Preview again' })
  await view.sees('3 changed')
  expect(await kept(view)).toMatchObject({ 'Calm stock, as we say it': 'en-GB', 'Forecast basics': 'en-GB' })
  await view.click({ role: 'button', name: 'Save and read again' })
  await expect.poll(() => kept(view)).toMatchObject({ 'Calm stock, as we say it': 'fr', 'Forecast basics': 'fr', 'Network design under tariffs': 'fr' })

  const [, ...rest] = surface.sandbox.site.posts().toSorted((a, b) => (a.at < b.at ? 1 : -1))
  surface.sandbox.site.set([...rest, { slug: 'new', title: 'Brand new thinking', summary: 'Today', at: '2026-04-01T09:00:00Z', tags: [], type: 'posts' }])
  await view.evaluate(`location.hash = '#/library?tab=sources'`)
  await view.click({ role: 'button', name: 'Read Quayside posts now' })
  await view.sees('1 new, 0 changed, 1 archived')
  await view.evaluate(`location.hash = '#/library'`)
  await view.sees('Brand new thinking')
  await view.sees('Calm stock, as we say it')
  await view.seesNot('Network design under tariffs')

  surface.sandbox.faults.add({ host: 'blog.quayside.example', effect: { kind: 'unavailable' } })
  await view.evaluate(`location.hash = '#/library?tab=sources'`)
  await view.click({ role: 'button', name: 'Read Quayside posts now' })
  await view.sees('Could not be read')
  await view.evaluate(`location.hash = '#/library'`)
  await view.sees('Brand new thinking')
  await close()
})

test('every kind of source says what it would bring before it brings it; a large site comes in over readings; one that leads astray is refused', async ({ begin }) => {
  const surface = await begin({})
  await surface.grant([`${site}/*`])
  const { view, close } = await surface.desk('#/library?tab=sources')
  const ask = askFrom(view)
  const csv = `title;link;tags\n${surface.sandbox.site.posts().map(({ slug, title }) => `${title};${site}/${slug};a, b`).join('\n')}`
  surface.sandbox.faults.add({ host: 'blog.quayside.example', path: '/library.csv', effect: { kind: 'respond', status: 200, body: csv, headers: { 'content-type': 'text/csv' } } })
  // The click is what brings the permission into force.
  await view.click(add)
  await view.type({ role: 'textbox', name: 'Address of your site, a feed or a file' }, site)
  await view.click({ role: 'button', name: 'See what is there' })
  await view.sees('What is there')
  for (const [path, kind] of [['/library.csv', 'file'], ['/assets.json', 'file'], ['/feed.json', 'json-feed'], ['/feed.xml', 'rss'], ['/atom.xml', 'rss'], ['/sitemap.xml', 'sitemap'], ['/wp-json/', 'wordpress']]) {
    expect(await ask('source.probe', { address: site + path }), path).toMatchObject([{ kind }])
    const { added, items, sendable, problems, sample } = (await ask('source.preview', { kind, address: site + path })) as { added: number; items: number; sendable: number; problems: unknown[]; sample: { title: string }[] }
    expect([added, sendable, problems], path).toEqual([items, items, []])
    expect(sample.map(({ title }) => title), path).toContain('Calm stock')
  }
  expect(await ask('library.list', {})).toEqual([])

  surface.sandbox.site.set(Array.from({ length: 90 }, (_, n) => ({ slug: `page-${n}`, title: `Page ${n}`, summary: '', at: '2026-04-01T09:00:00Z', tags: [], type: 'posts' as const })))
  await view.type({ role: 'textbox', name: 'Address of your site, a feed or a file' }, `${site}/sitemap-1.xml`)
  await view.click({ role: 'button', name: 'See what is there' })
  await view.click({ role: 'button', name: 'Import 40 assets and follow' })
  await view.sees('40 of 90 pages read; continues at the next reading.')
  await view.click({ role: 'button', name: 'Read on now' })
  await view.sees('Up to date')
  await view.sees('90 assets')
  expect(surface.sandbox.log.entries.filter(({ path, status }) => path.startsWith('/page-') && status === 200)).toHaveLength(90)

  surface.sandbox.faults.add({ host: 'blog.quayside.example', path: '/moved', effect: { kind: 'respond', status: 302, body: '', headers: { location: `https://127.0.0.1:${surface.sandbox.port}/feed.json` } } })
  await view.click(add)
  await view.type({ role: 'textbox', name: 'Address of your site, a feed or a file' }, `${site}/moved`)
  await view.click({ role: 'button', name: 'See what is there' })
  await view.sees('This address leads to another one')
  await close()
})

test('a marketer follows what the connected CRMs keep', async ({ begin }) => {
  const surface = await begin({ salesforce: true, hubspot: true })
  const { view, close } = await surface.desk('#/library?tab=sources')
  for (const name of [/^Preview: Salesforce Files/, /^Preview: HubSpot content/]) {
    await view.click(add)
    await view.click({ role: 'button', name })
    await view.click({ role: 'button', name: /^Import \d+ assets and follow/ })
    await view.sees('Up to date')
  }
  await close()
})

test('S61 everything goes out as events, is deleted, and comes back the same', async ({ begin }) => {
  const surface = await begin({ library: true })
  const { view, close } = await surface.desk('#/data')
  await view.sees('Export everything')
  const before = await exported(view)
  const types = new Set(before.map((line) => (JSON.parse(line) as { type: string }).type))
  expect(types).toContain('app.leadside.desk.asset')
  await view.type({ role: 'textbox', name: /^Type/ }, 'delete')
  await view.click({ role: 'button', name: 'Delete everything' })
  await view.sees('Before you start')
  await view.click({ role: 'button', name: 'Accept and continue' })
  await view.evaluate(`location.hash = '#/data'`)
  const file = join(mkdtempSync(join(tmpdir(), 'leadside-export-')), 'leadside-data.jsonl')
  writeFileSync(file, `${before.join('\n')}\n`)
  await view.upload(file)
  await view.click({ role: 'button', name: 'Restore' })
  await view.sees('Restored.')
  const after = await exported(view)
  expect(withoutHead(after)).toEqual(withoutHead(before))
  await close()
})

/** Title and language of what is in the library. */
async function kept(view: View): Promise<Record<string, string>> {
  const assets = (await askFrom(view)('library.list', {})) as { title: string; language: string }[]
  return Object.fromEntries(assets.map(({ title, language }) => [title, language]))
}

/** The first line says when it was written. */
function withoutHead(lines: readonly string[]): string[] {
  return lines.filter((line) => !line.includes('"app.leadside.desk.export"')).sort()
}

async function exported(view: View): Promise<string[]> {
  const ask = askFrom(view)
  let text = ''
  for (let after: string | undefined; ; ) {
    const slice = (await ask('data.export', after === undefined ? {} : { after })) as { lines: string; next?: string }
    text += slice.lines
    after = slice.next
    if (after === undefined) return text.trim().split('\n')
  }
}
