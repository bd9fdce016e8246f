import { seededUuid } from '../format.ts'
import type { EmailEvent, FormSubmission, Participation } from '../model/marketing.ts'
import type { Act } from './acts.ts'
import { contentUrl, type ContentKey } from './content.ts'
import { campaignPlan, formPlan, mailPlan, webinarPlan, type FormKey } from './marketing-plan.ts'
import { mailEvents } from './mail-events.ts'
import type { PersonPlan } from './person-plan.ts'

export const dayMs = 86_400_000

export interface PageView {
  at: number
  page: ContentKey
  query: string
  referrer: string
  bot: boolean
}

export interface FormFill {
  at: number
  form: FormKey
  page: ContentKey
}

/** Everything one person left behind in the marketing hub, oldest first. */
export interface Journey {
  contactId: string
  views: PageView[]
  fills: FormFill[]
  submissions: FormSubmission[]
  mail: EmailEvent[]
  participations: Participation[]
  others: { at: number; type: string; properties: Record<string, string> }[]
}

export function emailOf(person: PersonPlan, domain: string): string {
  const plain = (text: string): string =>
    text
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .replace(/ø/gi, 'o')
      .replace(/ß/g, 'ss')
      .replace(/æ/gi, 'ae')
      .replace(/[^A-Za-z]/g, '')
      .toLowerCase()
  return `${plain(person.first)}.${plain(person.last)}@${domain}`
}

/** Lays a person's acts out in time. A form fill or a human click brings the page view that goes with it. */
export function layOut(person: PersonPlan, email: string, company: string, now: number): Journey {
  const journey: Journey = { contactId: person.id, views: [], fills: [], submissions: [], mail: [], participations: [], others: [] }
  person.acts.forEach((act, order) => add(journey, act, { person, email, company, now, seed: Number(person.id) * 31 + order }))
  journey.views.sort((one, other) => one.at - other.at)
  journey.fills.sort((one, other) => one.at - other.at)
  journey.mail.sort((one, other) => one.created - other.created)
  return journey
}

interface Setting {
  person: PersonPlan
  email: string
  company: string
  now: number
  seed: number
}

function add(journey: Journey, act: Act, setting: Setting): void {
  const moment = (daysAgo: number): number => Math.round(setting.now - daysAgo * dayMs)
  switch (act.kind) {
    case 'view':
      journey.views.push({ at: moment(act.daysAgo), page: act.page, ...originOf(act.from), bot: act.bot ?? false })
      break
    case 'form':
      addFill(journey, act, moment(act.daysAgo), setting)
      break
    case 'mail':
      addMail(journey, act, moment(mailPlan[act.mail].daysAgo), setting)
      break
    case 'webinar':
      addWebinar(journey, act, moment(webinarPlan[act.webinar].daysAgo), setting)
      break
    case 'document':
      journey.others.push({
        at: moment(act.daysAgo),
        type: 'e_document_shared_v2',
        properties: { hs_document_name: act.name, hs_document_id: String(setting.seed) },
      })
      break
    case 'ad':
      journey.others.push({
        at: moment(act.daysAgo),
        type: 'e_ad_interaction',
        properties: { hs_ad_network: 'LINKEDIN', hs_campaign_name: campaignPlan[act.campaign].name, hs_interaction_type: 'CLICK' },
      })
      break
    case 'flood':
      addFlood(journey, act, moment)
      break
    default:
      // Notes, mails, calls, meetings and tasks are CRM records, not marketing history.
      break
  }
}

function originOf(from: Extract<Act, { kind: 'view' }>['from']): Pick<PageView, 'query' | 'referrer'> {
  if (from === undefined) return { query: '', referrer: '' }
  if (from === 'search') return { query: '', referrer: 'https://www.google.com/' }
  if (from === 'social') return { query: 'utm_source=linkedin&utm_medium=social', referrer: 'https://www.linkedin.com/' }
  return { query: `utm_source=hs_email&utm_medium=email&utm_campaign=${campaignPlan[from].utm}`, referrer: '' }
}

function addFill(journey: Journey, act: Extract<Act, { kind: 'form' }>, at: number, { person, email, company, seed }: Setting): void {
  const form = formPlan[act.form]
  const answers: Readonly<Record<string, string>> = {
    email,
    firstname: person.first,
    lastname: person.last,
    company,
    jobtitle: person.title,
    phone: person.phone ?? '',
    country: '',
    message: act.message ?? '',
  }
  journey.views.push({ at: at - 90_000, page: act.page, query: '', referrer: '', bot: false })
  journey.fills.push({ at, form: act.form, page: act.page })
  journey.submissions.push({
    conversionId: seededUuid(seed, 7),
    formId: form.id,
    at,
    pageUrl: contentUrl(act.page),
    values: form.fields.map((name) => ({ name, value: answers[name] ?? '' })).filter(({ value }) => value !== ''),
  })
}

function addMail(journey: Journey, act: Extract<Act, { kind: 'mail' }>, sentAt: number, { email, seed }: Setting): void {
  const { events, visits } = mailEvents(mailPlan[act.mail], act.reaction, email, sentAt, seed)
  journey.mail.push(...events)
  for (const { at, page } of visits) journey.views.push({ at, page, ...originOf(mailPlan[act.mail].campaign), bot: false })
}

function addWebinar(journey: Journey, act: Extract<Act, { kind: 'webinar' }>, startsAt: number, { person, now, seed }: Setting): void {
  const webinar = webinarPlan[act.webinar]
  const minutes = act.minutes ?? 0
  const at = act.state === 'REGISTERED' ? Math.min(startsAt - 3 * dayMs, now - dayMs / 3) : startsAt
  journey.participations.push({
    id: String(889_000_000 + seed),
    contactId: person.id,
    eventId: webinar.id,
    at,
    state: act.state,
    seconds: minutes * 60,
    share: Math.round((minutes / webinar.minutes) * 100) / 100,
  })
}

const floodPages: readonly ContentKey[] = [
  'kestrel',
  'spare-parts',
  'safety-stock',
  'blog',
  'home',
  'planners-morning',
  'vs-erp',
  'pricing',
  'machine-learning',
  'inventory-checklist',
]

function addFlood(journey: Journey, act: Extract<Act, { kind: 'flood' }>, moment: (daysAgo: number) => number): void {
  const step = (act.from - act.to) / act.views
  for (let index = 0; index < act.views; index += 1) {
    journey.views.push({
      at: moment(act.from - index * step),
      page: floodPages[(index * 7 + (index >> 3)) % floodPages.length] ?? 'home',
      query: '',
      referrer: '',
      bot: false,
    })
  }
}
