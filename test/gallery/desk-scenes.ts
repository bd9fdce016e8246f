import type { Page } from '@playwright/test'
import type { Filling, Scene } from './types.ts'

type Act = (page: Page) => Promise<void>
const three = ['nothing', 'little', 'much'] as const satisfies readonly Filling[]

/** A page of the desk by its address, in so many fillings, with what is done there first. */
function desk(name: string, title: string, address: string, sentence: string, { in: given = three, act }: { in?: readonly Filling[]; act?: Act } = {}): Scene {
  return {
    name, title, sentence,
    shots: given.map((filling) => ({ state: filling, filling, open: async (surface) => {
      const page = await surface.context.newPage()
      await page.goto(`chrome-extension://${surface.extensionId}/options.html#/${address}`)
      await page.locator('h1').first().waitFor()
      await page.waitForFunction(() => document.querySelector('[aria-busy=true]') === null)
      await page.waitForTimeout(filling === 'much' ? 1_500 : 500)
      await act?.(page)
      return page
    } })),
  }
}
const press = (name: string | RegExp): Act => async (page) => page.getByRole('button', { name, exact: typeof name === 'string' }).first().click()
const filled = { in: ['little', 'much'] } as const

const csv = 'Title,Link,Type,Approved,Expires\nPrice list,https://www.quayside.example/p,pricing,yes,2027-01-01\n,https://www.quayside.example/x,ebook,,\nBad link,javascript:alert(1),ebook,,\nBad date,https://www.quayside.example/y,ebook,,31/12/2026\n'
const chooseFile: Act = async (page) => {
  await press('Import')(page)
  await page.locator('input[type=file]').setInputFiles({ name: 'assets.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
  await press(/^Preview/)(page)
  await page.getByText(/can be sent by reps/).waitFor()
}

export const deskScenes: Scene[] = [
  desk('set-up', 'First start', 'set-up', 'Where the leads are, and what Leadside can do there.', { in: ['nothing', 'little'] }),
  desk('home', 'Home', 'home', 'Where everything stands and what to do next.'),
  desk('overview', 'Overview', 'overview', 'Which campaigns, sources, assets and personas bring leads that sales accepts: every rate with its count and interval.'),
  desk('overview-tables', 'Overview, as tables', 'overview?period=', 'Every chart is a table, too.', { in: ['much'], act: async (page) => {
    for (const button of await page.getByRole('button', { name: 'Show as table' }).all()) await button.click()
  } }),
  desk('overview-leads', 'Overview, the leads behind a number', 'overview', 'Every number opens what it counts.', { in: ['much'], act: press(/^Never opened/) }),
  desk('feedback', 'Feedback', 'feedback', 'Every verdict, to filter, sort, group and open; the one place where a rep’s name stands.'),
  desk('finding-form', 'Feedback becoming a finding', 'feedback', 'Chosen verdicts, what was noticed, and who sees to it.', { in: ['much'], act: async (page) => {
    for (const row of [1, 2]) await page.getByRole('checkbox').nth(row).check()
    await press('Make a finding')(page)
  } }),
  desk('findings', 'Findings', 'findings', 'What marketing noticed, decided, changed and measured.'),
  desk('review', 'Campaign review', 'review', 'One page to print for the meeting of both teams.'),
  desk('playbook', 'Playbook: journey and vocabulary', 'playbook', 'Stages, personas, industries and products, with the CRM’s words for them.'),
  desk('playbook-definitions', 'Playbook: definitions', 'playbook?part=definitions', 'What the teams call an MQL, clause by clause, and whether each clause predicts acceptance.'),
  desk('playbook-definition-form', 'Playbook: a definition being changed', 'playbook?part=definitions', 'Tried at once on people who are known.', { ...filled, act: press('Edit MQL') }),
  desk('playbook-reasons', 'Playbook: reasons', 'playbook?part=reasons', 'At most six reasons a verdict; renaming and merging keep history.'),
  desk('playbook-promises', 'Playbook: promises', 'playbook?part=promises', 'What each team promised the other, and how it goes.'),
  desk('playbook-promotions', 'Playbook: promotions', 'playbook?part=promotions', 'What is offered to whom, until when, and what to say of it.'),
  desk('playbook-versions', 'Playbook: versions', 'playbook?part=versions', 'What changed, when, and who agreed.'),
  desk('library', 'Library: assets', 'library', 'What reps can find and send.'),
  desk('asset', 'Library: one asset', 'library?tab=asset&id=made-1', 'How often it was sent and opened, and what became of leads that read it.', filled),
  desk('asset-form', 'Library: an asset being changed', 'library', 'What the team says about an asset.', { in: ['nothing', 'much'], act: press('Add') }),
  desk('import', 'Library: import', 'library', 'What a file would do, before it does it.', { in: ['little'], act: chooseFile }),
  desk('sources', 'Library: sources', 'library?tab=sources', 'Where assets come from by themselves.'),
  desk('requests', 'Library: requests', 'library?tab=requests', 'What reps asked for or did not find.'),
  desk('answer', 'Library: a request being answered', 'library?tab=requests', 'Who asked and for which lead, and what answers it.', { in: ['much'], act: async (page) => {
    await press('Show requests')(page)
    await press('Answer')(page)
  } }),
  desk('care', 'Library: care', 'library?tab=care', 'What is overdue, expiring, broken, double or never used.'),
  desk('gaps', 'Library: gaps', 'library?tab=gaps', 'Which stage and persona has nothing to read.'),
  desk('connections', 'Connections', 'connections', 'CRMs, what counts as handed over, how mails are sent, the team’s hub.', { in: [...three, 'hub'] }),
  desk('hub-administration', 'A hub and its administration', 'connections', 'Systems that report touches, the feed, where members are signed in, and who did what.', { in: ['hub'], act: async (page) => {
    await page.getByRole('textbox', { name: 'Name of the system' }).fill('Website')
    await press('Add a system')(page)
    await page.getByText('The secret is shown this once').waitFor()
    for (const button of ['Where you are signed in', 'Show the latest', 'New secret for Website']) await press(button)(page)
    await page.getByRole('heading', { name: 'Systems that report touches' }).scrollIntoViewIfNeeded()
  } }),
  desk('data', 'Data', 'data', 'Take everything out, bring it back, erase a person, erase everything.', { in: [...three, 'hub'] }),
]
