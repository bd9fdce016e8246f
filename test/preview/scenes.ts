import type { Page } from '@playwright/test'

export interface Scene { name: string; state: string; act?: (page: Page) => Promise<void> }

const click = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' }).first().click()
const judge = (page: Page, name: string) => page.getByRole('group', { name: 'Is this a good lead?' }).getByRole('button', { name, exact: true }).click()

/** What can be reached from a state by hand. */
export const scenes: Scene[] = [
  { name: 'evidence', state: 'full', act: (page) => click(page, /Looked at prices/) },
  { name: 'receipt', state: 'full', act: (page) => click(page, 'Why this one') },
  { name: 'not-this-one', state: 'full', act: (page) => click(page, 'Not this one') },
  { name: 'definition', state: 'playbook', act: (page) => click(page, /MQL v4/) },
  { name: 'promotion', state: 'playbook', act: (page) => click(page, 'Show') },
  {
    name: 'verdict-blame', state: 'playbook',
    act: (page) => judge(page, 'Wrong'),
  },
  { name: 'menu', state: 'full', act: (page) => click(page, 'More') },
  { name: 'story-open', state: 'full', act: (page) => click(page, /^Prices and what is in them/) },
  { name: 'far-down', state: 'touches-5000', act: (page) => page.getByText('Item 40:').first().scrollIntoViewIfNeeded({ timeout: 100 }).catch(() => page.locator('main').evaluate((main) => main.scrollTo(0, 9000))) },
  { name: 'machines', state: 'full', act: (page) => click(page, /^Machines/) },
  { name: 'verdict-good', state: 'full', act: (page) => judge(page, 'Good') },
  {
    name: 'verdict-not-yet', state: 'full',
    act: async (page) => {
      await judge(page, 'Not yet')
      await click(page, 'No budget yet')
      await click(page, 'in 30 days')
    },
  },
  {
    name: 'verdict-other', state: 'full',
    act: async (page) => {
      await judge(page, 'Wrong')
      await click(page, 'Other')
    },
  },
  { name: 'verdict-history', state: 'mine-delivered', act: (page) => click(page, 'History') },
  { name: 'send', state: 'full', act: (page) => click(page, 'Send') },
  { name: 'send-missing', state: 'name-only', act: (page) => click(page, 'Send') },
  { name: 'send-opted-out', state: 'opted-out', act: (page) => click(page, 'Send') },
  {
    name: 'send-opened', state: 'full',
    act: async (page) => {
      await click(page, 'Send')
      await click(page, 'Open in Gmail')
    },
  },
  {
    name: 'send-by-hand', state: 'full',
    act: async (page) => {
      await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error('refused')) } }))
      await click(page, 'Send')
      await click(page, 'Copy text and link')
    },
  },
  { name: 'call-sheet', state: 'full', act: (page) => click(page, 'Read') },
  { name: 'search', state: 'full', act: (page) => page.getByRole('combobox').fill('forecast') },
  { name: 'handy', state: 'at-hand', act: (page) => page.getByRole('combobox').focus() },
  { name: 'handy-search', state: 'at-hand', act: (page) => page.getByRole('combobox').fill('forecast') },
  { name: 'search-none', state: 'full', act: (page) => page.getByRole('combobox').fill('gdpr questionnaire') },
  {
    name: 'search-ask', state: 'full',
    act: async (page) => {
      await page.getByRole('combobox').fill('gdpr questionnaire')
      await click(page, 'Ask for this')
    },
  },
  { name: 'search-fails', state: 'searching-fails', act: (page) => page.getByRole('combobox').fill('forecast') },
]
