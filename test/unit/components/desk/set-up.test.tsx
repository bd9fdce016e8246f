// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { AppError } from '@/lib/domain/errors'
import { hubspot, org, salesforce } from '../../../fakes/desk-bus'
import { button, click, showDesk, type } from './show-desk'

describe('first run', () => {
  it('S60 asks for nothing but where things stand before consent, and names every kind of data', async () => {
    const { bus } = await showDesk('home', { state: { consented: false } })
    expect(screen.getAllByRole('rowheader')).toHaveLength(10)
    expect(bus.asked.map(({ name }) => name)).toEqual(['desk.state'])
    await click('Decline')
    expect(screen.getByText(/Nothing is read or sent/)).toBeDefined()
    expect(bus.of('consent.give')).toEqual([])
    await click('Accept and continue')
    await waitFor(() => expect(bus.of('consent.give')).toHaveLength(1))
    expect(await screen.findByText('Leadside', { selector: 'h1' })).toBeDefined()
  })

  it('leads from samples to the desk with one click', async () => {
    const { bus } = await showDesk('set-up')
    await click(/Show me with samples/)
    await waitFor(() => expect(bus.state().samples).toBe(true))
    expect(location.hash).toBe('#/home')
  })

  it('says "open any lead" once connected', async () => {
    const { door } = await showDesk('set-up', { state: { connections: [salesforce] } })
    await click('Open any lead')
    expect(door.open).toHaveBeenCalledWith(`https://${org}/lightning/o/Lead/list`)
  })

  it('copies a ready message for the admin, with this browser\'s callback address', async () => {
    const { door } = await showDesk('set-up')
    await click(/^Salesforce/)
    await click('Ask your admin')
    const facts = ['https://abcdefghijklmnop.chromiumapp.org/', 'chrome-extension://abcdefghijklmnop/admin.html', 'PKCE', 'api, id and refresh_token', 'salesforceClientId', 'statusByVerdict']
    await waitFor(() => expect(door.copy).toHaveBeenCalledTimes(1))
    expect(facts.filter((fact) => !String(door.copy.mock.calls[0]?.[0]).includes(fact))).toEqual([])
    expect(screen.getByRole('link', { name: 'The page for admins' }).getAttribute('href')).toBe('chrome-extension://abcdefghijklmnop/admin.html')
  })
})

describe('connections', () => {
  it('show what works, what is missing and who can fix it', async () => {
    await showDesk('connections', { state: { connections: [salesforce] } })
    expect(screen.getByText('1,830 of 15,000')).toBeDefined()
    const missing = screen.getByText(/Read who opened shared files/).textContent
    expect(missing).toContain('ContentDistribution')
    expect(missing).toContain('your admin can change that')
  })

  it('sign in to the org a pasted address belongs to', async () => {
    const { bus } = await showDesk('connections', { answers: { 'salesforce.oauth': () => salesforce } })
    await click('Salesforce')
    type('Address of your org', 'https://evil.example/acme.my.salesforce.com')
    expect(screen.getByText('This is no address of a Salesforce org.')).toBeDefined()
    type('Address of your org', 'https://acme.lightning.force.com/lightning/r/Lead/00Q/view')
    type('Consumer key', '3MVG9')
    await click('Sign in to Salesforce')
    await waitFor(() => expect(bus.of('salesforce.oauth')).toEqual([{ org: 'acme.my.salesforce.com', clientId: '3MVG9' }]))
  })

  it('S03 use the browser session only after that permission was given at the click', async () => {
    const { bus, door } = await showDesk('connections', {}, false)
    await click('Salesforce')
    type('Address of your org', 'acme.my.salesforce.com')
    await click('Other ways to connect')
    await click('Use my browser session')
    await waitFor(() => expect(door.askPermission).toHaveBeenCalledWith('cookies'))
    expect(bus.of('salesforce.session')).toEqual([])
  })

  it.each([[true, 1], [false, 0]])('S03 ask for a proxied page by the click that connects it (%s)', async (granted, signIns) => {
    const { bus, door } = await showDesk('connections', { answers: { 'salesforce.oauth': () => salesforce } }, granted)
    await click('Salesforce')
    type('Address of your org', 'https://acme.lightning.force.com.mcas.ms/lightning/page/home')
    type('Consumer key', '3MVG9')
    await click('Sign in to Salesforce')
    await waitFor(() => expect(door.askPages).toHaveBeenCalledWith(['https://*.lightning.force.com.mcas.ms/*', 'https://*.my.salesforce.com.mcas.ms/*']))
    await waitFor(() => expect(screen.queryByText(/access was refused/) === null).toBe(granted))
    expect(bus.of('salesforce.oauth')).toHaveLength(signIns)
  })

  it('F43 name a host that was taken away and ask for it back by one click', async () => {
    const lost = { ...salesforce, state: 'failed' as const, error: { kind: 'no-permission' as const, detail: org } }
    const { bus, door } = await showDesk('connections', { state: { connections: [lost] }, answers: { 'connection.test': () => salesforce } })
    expect(screen.getByRole('alert').textContent).toContain(org)
    await click('Allow access')
    expect(door.askHosts).toHaveBeenCalledWith([`https://${org}/*`])
    await waitFor(() => expect(bus.of('connection.test')).toHaveLength(1))
  })

  it('take a key, then ask who uses it', async () => {
    const owners = [{ id: '7', name: 'Dana Reyes', email: 'dana@quayside.example', verified: false }]
    const { bus } = await showDesk('connections', { answers: { 'hubspot.token': () => ({ connection: hubspot, owners }), 'hubspot.iam': () => hubspot } })
    await click('HubSpot')
    type('Service key or private-app token', ' pat-eu1-1 ')
    await click('Connect HubSpot')
    expect(await screen.findByText('Who are you?')).toBeDefined()
    type('Your user in HubSpot', '7')
    await click("That's me")
    await waitFor(() => expect(bus.of('hubspot.iam')).toEqual([{ org: '4711', ownerId: '7' }]))
    expect(bus.of('hubspot.token')).toEqual([{ token: 'pat-eu1-1' }])
  })

  it('say why a key was refused, and keep it for another try', async () => {
    await showDesk('connections', { answers: { 'hubspot.token': () => { throw new AppError('forbidden', { detail: 'crm.objects.contacts.read' }) } } })
    await click('HubSpot')
    type('Service key or private-app token', 'pat')
    await click('Connect HubSpot')
    expect((await screen.findByRole('alert')).textContent).toContain('crm.objects.contacts.read')
  })

  it('say what to do about a key that may not list people', async () => {
    await showDesk('connections', { answers: { 'hubspot.token': () => { throw new AppError('forbidden', { detail: 'crm.objects.owners.read' }) } } })
    await click('HubSpot')
    type('Service key or private-app token', 'pat')
    await click('Connect HubSpot')
    expect((await screen.findByRole('alert')).textContent).toMatch(/Give it the scope crm\.objects\.owners\.read in HubSpot and connect again\. Nothing was kept/)
  })

  it('ask again who uses a key where that was left open', async () => {
    const { actingAs: _nobody, error: _none, ...open } = { ...hubspot, state: 'connected' as const }
    const owners = [{ id: '7', name: 'Dana Reyes', verified: false }]
    const { bus } = await showDesk('connections', { state: { connections: [open] }, answers: { 'hubspot.owners': () => owners, 'hubspot.iam': () => hubspot } })
    expect(await screen.findByText('Who are you?')).toBeDefined()
    await screen.findByRole('option', { name: 'Dana Reyes' })
    type('Your user in HubSpot', '7')
    await click("That's me")
    await waitFor(() => expect(bus.of('hubspot.iam')).toEqual([{ org: '4711', ownerId: '7' }]))
  })

  it.each([[true, false], [false, true]])('let a status be chosen by an admin of the CRM (%s) only', async (admin, readOnly) => {
    await showDesk('connections', { state: { connections: [{ ...salesforce, admin }] } })
    const group = screen.getByRole('group', { name: /^Salesforce: status/ })
    expect(within(group).getAllByRole('textbox').map((box) => (box as HTMLInputElement).readOnly)).toEqual([readOnly, readOnly, readOnly, readOnly])
    expect(within(group).queryByText(/Only who may administer Salesforce/) !== null).toBe(readOnly)
    expect(screen.queryByRole('group', { name: /^HubSpot: status/ })).toBeNull()
  })

  it('S59 lock the statuses that the policy gives', async () => {
    await showDesk('connections', { state: { connections: [{ ...salesforce, admin: true }], policy: { ignored: [], statusByVerdict: { salesforce: { good: 'Working' } } } } })
    const group = screen.getByRole('group', { name: /^Salesforce: status/ })
    const boxes = within(group).getAllByRole('textbox').map((box) => [(box as HTMLInputElement).value, (box as HTMLInputElement).readOnly])
    expect(boxes).toEqual([['Working', true], ['leave as it is', true], ['leave as it is', true], ['leave as it is', true]])
    expect(within(group).getAllByText(/Set by your admin/)).toHaveLength(4)
  })

  it('S59 lock what the admin set', async () => {
    await showDesk('connections', { state: { policy: { ignored: [], allowedOrgs: [org], salesforceClientId: 'fixed', allowBrowserSession: false, allowStaticToken: false } } })
    await click('Salesforce')
    expect((screen.getByLabelText('Consumer key') as HTMLInputElement).readOnly).toBe(true)
    expect(screen.getAllByText(/Set by your admin/)).toHaveLength(2)
    expect(screen.queryByText('Other ways to connect')).toBeNull()
    expect(screen.queryByText('Ask your admin')).toBeNull()
    await click('HubSpot')
    expect(screen.getByText(/Your admin does not allow keys/)).toBeDefined()
  })

  it('S45 name what is undelivered before they are cut, and drop it only on a second word', async () => {
    const answers = { 'connection.disconnect': ({ undelivered }: { undelivered: 'ask' | 'drop' }) => (undelivered === 'ask' ? { done: false, undelivered: 2 } : { done: true, undelivered: 2 }) }
    const { bus } = await showDesk('connections', { state: { connections: [salesforce] }, answers })
    await click('Disconnect')
    await click('Disconnect')
    expect(await screen.findByText('2 things you did have not reached the CRM yet.')).toBeDefined()
    expect(bus.of('connection.disconnect')).toMatchObject([{ undelivered: 'ask' }])
    await click('Disconnect and drop them')
    await waitFor(() => expect(bus.of('connection.disconnect')).toHaveLength(2))
  })

  it('offer a new sign-in where one has ended', async () => {
    await showDesk('connections', { state: { connections: [hubspot] } })
    await click('Sign in')
    expect(await button('Connect HubSpot')).toBeDefined()
  })
})
