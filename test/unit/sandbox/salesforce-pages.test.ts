import { beforeEach, describe, expect, it } from 'vitest'
import { type Bench, contactId, createBench, leadId } from './salesforce-fixtures.ts'

const pageHost = 'https://quayside.lightning.force.com'
const home = 'https://quayside.my.salesforce.com'

let bench: Bench
let jar: Map<string, string>
beforeEach(() => {
  bench = createBench()
  jar = new Map()
})

/** Follows redirects with a cookie jar by host, as a browser would. */
async function visit(address: string): Promise<{ url: URL; status: number; headers: Headers; text: string }> {
  let url = new URL(address)
  for (;;) {
    const answer = await bench.sandbox.fetch(url, { redirect: 'manual', headers: { cookie: jar.get(url.hostname) ?? '' } })
    const cookie = answer.headers.get('set-cookie')
    if (cookie !== null && !/^sid=00D.*HttpOnly/.test(cookie)) throw new Error(`unexpected cookie ${cookie}`)
    if (cookie !== null) jar.set(url.hostname, cookie.split(';')[0] ?? '')
    const location = answer.headers.get('location')
    if (location === null) return { url, status: answer.status, headers: answer.headers, text: await answer.text() }
    url = new URL(location, url)
  }
}

describe('signing in', () => {
  it('gives each host its own session, of which only the API host\'s opens the API', async () => {
    const page = await visit(`${pageHost}/lightning/r/Lead/${leadId('priya-raman')}/view`)
    expect([page.status, page.url.hostname]).toEqual([200, 'quayside.lightning.force.com'])
    const sid = (host: string): string => (jar.get(host) ?? '').replace('sid=', '')
    expect(sid('quayside.my.salesforce.com').slice(0, 15)).toBe(sid('quayside.lightning.force.com').slice(0, 15))
    expect((await bench.call('/limits', { token: sid('quayside.my.salesforce.com') })).status).toBe(200)
    expect((await bench.call('/limits', { token: sid('quayside.lightning.force.com') })).status).toBe(401)
  })

  it('switches the page\'s user, and leads nowhere else', async () => {
    const page = await visit(`${home}/sandbox/login-as/marketer?retURL=/lightning/o/Lead/list`)
    expect(page.url.pathname).toBe('/lightning/o/Lead/list')
    expect(page.text).toContain('Ines Carvalho')
    expect((await visit(`${home}/secur/frontdoor?host=evil.example&retURL=//evil.example/`)).url.href).toBe(`${pageHost}/lightning/page/home`)
  })
})

describe('what an address shows', () => {
  it.each([
    [`/lightning/r/Lead/${leadId('priya-raman')}/view`, 'Priya Raman | Lead'],
    [`/lightning/r/${leadId('priya-raman')}/related/CampaignMembers/view`, 'Priya Raman | Lead'],
    [`/lightning/r/Lead/${leadId('priya-raman')}/edit`, 'Priya Raman | Lead'],
    [`/lightning/r/Contact/${contactId('jonas-weber')}/view`, 'Jonas Weber | Contact'],
    ['/lightning/o/Lead/list?filterName=AllOpenLeads', 'Leads | All'],
    ['/lightning/setup/SetupOneHome/home', 'Setup | Salesforce'],
    ['/lightning/page/home', 'Home | Salesforce'],
    ['/lightning/n/Some_Tab', 'Some_Tab | Salesforce'],
    [`/lightning/r/Lead/${leadId('sara-lindqvist')}/view`, 'Lightning Experience'],
    [`/lightning/cmp/runtime_sales_lead__convertDesktopConsole?leadConvert__leadId=${leadId('priya-raman')}`, 'Convert Lead | Salesforce'],
  ])('%s', async (path, title) => {
    const page = await visit(pageHost + path)
    expect(page.text).toContain(`<title>${title}</title>`)
    const view = await visit(`${pageHost}/sandbox/view?url=${encodeURIComponent(path)}`)
    expect(decodeURIComponent(view.headers.get('x-title') ?? '')).toBe(title)
  })

  it('escapes what people typed', async () => {
    const page = await visit(`${pageHost}/lightning/r/Lead/${leadId('quote-in-name')}/view`)
    expect(page.text).toContain('O&#39;Brien &amp; Daughters &lt;Ltd&gt;')
  })

  it('shows what was written through the API', async () => {
    await bench.call('/sobjects/Task', { method: 'POST', body: { Subject: 'Sent: Pricing and plans', Status: 'Completed', WhoId: leadId('noah-fischer') } })
    expect((await visit(`${pageHost}/lightning/r/Lead/${leadId('noah-fischer')}/view`)).text).toContain('Sent: Pricing and plans')
  })

  it.each([
    [leadId('priya-raman').slice(0, 15), 200, 'Lead: Priya Raman'],
    [`${contactId('jonas-weber')}/e?retURL=%2F`, 200, 'Contact: Jonas Weber'],
    ['00Q/o', 200, 'Leads'],
    [leadId('sara-lindqvist').slice(0, 15), 404, 'Insufficient Privileges'],
    ['nonsense.jsp', 404, 'URL No Longer Exists'],
  ])('Classic /%s', async (path, status, title) => {
    const page = await visit(`${home}/${path}`)
    expect(page.status).toBe(status)
    expect(page.text).toContain(`<title>${title}`)
  })
})

describe('page variants', () => {
  it.each([
    ['lightning', 'content-security-policy', "script-src 'self' chrome-extension: 'unsafe-eval'"],
    ['strict-csp', 'content-security-policy', "default-src 'self'; frame-src 'none'"],
    ['coep', 'cross-origin-embedder-policy', 'require-corp'],
    ['csp-sandbox', 'content-security-policy', 'sandbox allow-scripts'],
  ] as const)('%s', async (variant, header, value) => {
    bench.org.set({ pageVariant: variant })
    expect((await visit(`${pageHost}/lightning/page/home`)).headers.get(header)).toContain(value)
    bench.org.set({ pageVariant: 'lightning' })
    expect((await visit(`${pageHost}/lightning/page/home?sandbox.variant=${variant}`)).headers.get(header)).toContain(value)
  })

  it('has a hostile page and one without landmarks', async () => {
    expect((await visit(`${pageHost}/lightning/page/home?sandbox.variant=hostile`)).text).toMatch(/hostile\.js[\s\S]*<form id="location"/)
    expect((await visit(`${pageHost}/lightning/page/home?sandbox.variant=anchor-less`)).text).not.toMatch(/<main|<header class="global|<nav/)
  })
})

describe('Account Engagement', () => {
  it('needs its scope and business unit, and pages', async () => {
    const token = bench.org.apiSession('rep', ['api', 'pardot_api']).token
    const ask = async (address: string, headers: Record<string, string> = {}): Promise<Record<string, unknown>> =>
      (await bench.sandbox.fetch(address, { headers: { authorization: `Bearer ${token}`, 'pardot-business-unit-id': '0Uv5g000000PB1dCAG', ...headers } })).json() as Promise<Record<string, unknown>>
    const base = 'https://pi.pardot.com/api/v5/objects'
    expect(await ask(`${base}/prospects?fields=id`, { authorization: `Bearer ${bench.org.apiSession('rep').token}` })).toMatchObject({ code: 184 })
    expect(await ask(`${base}/prospects`)).toMatchObject({ code: 71 })
    const { values } = (await ask(`${base}/prospects?fields=id,salesforceId&email=priya.raman@acme-robotics.example`)) as { values: { id: number; salesforceId: string }[] }
    expect(values).toEqual([{ id: expect.any(Number) as number, salesforceId: leadId('priya-raman') }])
    const first = await ask(`${base}/visitor-activities?fields=id,typeName,details&limit=3&prospectId=${values[0]?.id ?? ''}`)
    expect((first.values as unknown[]).length).toBe(3)
    const second = await ask(String(first.nextPageUrl))
    expect((second.values as { details: string }[])[0]).toMatchObject({ typeName: 'View' })
    expect(await ask(`${String(first.nextPageUrl)}&prospectId=1`)).toMatchObject({ code: 71 })
  })
})
