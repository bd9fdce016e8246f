// @vitest-environment happy-dom
import { fireEvent, screen, within } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { fail } from '../../../fakes/panel-bus'
import { fullView, marta, person } from '../../../fakes/panel-fixtures'
import { stateOf } from '../../../fakes/panel-states'
import { button, mountPanel, press } from '../mount'

const clipboard = { writeText: vi.fn<(text: string) => Promise<void>>() }
beforeEach(() => {
  clipboard.writeText.mockReset().mockResolvedValue()
  Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true })
})
const firstSend = () => screen.getAllByRole('button', { name: 'Send' })[0] as HTMLElement

describe('sending', () => {
  it('takes two clicks from the panel to the opened composer, the link in place', async () => {
    const { bus } = await mountPanel({ views: [fullView] })
    await press(firstSend())
    await press(button('Open in Gmail'))
    const [opened] = bus.of('send.open')
    expect(opened).toMatchObject({ ref: marta, assetId: 'brightwater-case', channel: 'gmail', subject: 'How Nordfisk cut spoilage by 18 % in one season' })
    expect(opened?.body).toContain('https://www.quayside.example/brightwater-case?utm_source=leadside')
  })

  it('S28 names recipient and asset before anything opens', async () => {
    const { bus, root } = await mountPanel({ views: [fullView] })
    await press(firstSend())
    expect(bus.of('send.open')).toEqual([])
    const main = within(root).getByRole('main')
    expect(main.textContent).toContain('Marta Lindqvist')
    expect(main.textContent).toContain('marta.lindqvist@brightwater.example')
    expect(main.textContent).toContain('How Nordfisk cut spoilage by 18 % in one season')
  })

  it('leads back to where it was opened from, for the keyboard, too', async () => {
    await mountPanel({ views: [fullView] })
    await press(firstSend())
    expect(document.activeElement?.textContent).toBe('Send')
    expect(document.activeElement?.tagName).toBe('H2')
    await press(button('Back'))
    expect(document.activeElement).toBe(firstSend())
  })

  it('sends the text as the rep changed it', async () => {
    const { bus } = await mountPanel({ views: [fullView] })
    await press(firstSend())
    fireEvent.change(screen.getByLabelText('Text'), { target: { value: 'Hello again' } })
    await press(button('Outlook'))
    expect(bus.of('send.open')[0]).toMatchObject({ channel: 'outlook', body: 'Hello again' })
  })

  it('sends no text with a hole in it, and says which', async () => {
    const { bus } = await mountPanel(stateOf('name-only'))
    await press(firstSend())
    expect(screen.getByText('Fill in or take out first: first name.')).toBeTruthy()
    await press(button('Open in Gmail'))
    expect(bus.of('send.open')).toEqual([])
    fireEvent.change(screen.getByLabelText('Text'), { target: { value: 'Hi there' } })
    await press(button('Open in Gmail'))
    expect(bus.of('send.open')).toHaveLength(1)
  })

  it('lets nobody mail a person who opted out, and says why; copy and call stay', async () => {
    const { bus } = await mountPanel(stateOf('opted-out'))
    await press(firstSend())
    expect(screen.getByText('This person opted out of email.')).toBeTruthy()
    for (const name of ['Gmail', 'Outlook', 'Mail app']) {
      expect(button(name).getAttribute('aria-disabled')).toBe('true')
      await press(button(name))
    }
    expect(bus.of('send.open')).toEqual([])
    await press(button('Copy text and link'))
    expect(bus.of('send.open')[0]?.channel).toBe('copy')
    expect(clipboard.writeText).toHaveBeenCalledOnce()
  })

  it('shows the text selected where the clipboard is shut', async () => {
    clipboard.writeText.mockRejectedValue(new Error('NotAllowedError'))
    const { bus } = await mountPanel({ views: [fullView] })
    await press(firstSend())
    await press(button('Copy text and link'))
    const text = screen.getByLabelText<HTMLTextAreaElement>('Text to copy')
    expect(text.value).toBe(bus.of('send.open')[0]?.body)
    expect([text.selectionStart, text.selectionEnd]).toEqual([0, text.value.length])
  })

  it('notes a call or meeting with one click and no mail', async () => {
    const { bus } = await mountPanel({ views: [fullView] })
    await press(screen.getAllByRole('button', { name: 'Used in a call or meeting' })[0] as HTMLElement)
    expect(bus.of('send.open')).toMatchObject([{ channel: 'meeting', assetId: 'brightwater-case', body: '' }])
    expect(screen.getByRole('list', { name: 'Sent to this person' }).textContent).toContain('Queued for Salesforce')
  })

  it('S25 opens nothing on a click made by a script', async () => {
    const { bus } = await mountPanel({ views: [fullView], byScript: true })
    fireEvent.click(firstSend())
    await press(await screen.findByRole('button', { name: 'Open in Gmail' }))
    expect(bus.of('send.open')).toEqual([])
  })

  it('says what stands in the way of an asset that cannot be sent', async () => {
    await mountPanel({ views: [fullView], answers: { 'send.prepare': fail('not-sendable') } })
    await press(firstSend())
    expect(screen.getByRole('alert').textContent).toContain('This asset cannot be sent now.')
  })

  it('F49 says that an asset is no longer there', async () => {
    await mountPanel({ views: [{ ...fullView, assets: {}, suggestions: { items: [], considered: 1, excluded: {} } }], answers: { 'asset.get': fail('not-found'), 'send.prepare': fail('not-sendable') } })
    fireEvent.change(screen.getByRole('combobox'), { target: { value: 'tour' } })
    await press(await screen.findByRole('row'))
    expect(screen.getByRole('alert')).toBeTruthy()
    expect(screen.queryByRole('button', { name: /^Open in/ })).toBeNull()
  })
})

describe('after a send', () => {
  it('asks at once and on the record whether it went out, until it is answered', async () => {
    const { bus } = await mountPanel({ views: [fullView] })
    await press(firstSend())
    await press(button('Open in Gmail'))
    await press(screen.getAllByRole('button', { name: 'Back' })[0] as HTMLElement)
    const sendId = bus.of('send.open')[0]?.eventId
    await press(button('Sent'))
    expect(bus.of('send.outcome')).toMatchObject([{ sendId, outcome: 'sent' }])
    expect(screen.queryByRole('button', { name: 'Not sent' })).toBeNull()
  })

  it('asks nobody where HubSpot logs its own mail', async () => {
    const { bus } = await mountPanel({
      views: [fullView], context: { channels: ['hubspot', 'copy'], preferredChannel: 'hubspot' },
      answers: { 'send.prepare': () => ({ assetId: 'a', toName: person.name, subject: 's', body: 'b', missing: [], channels: [{ channel: 'hubspot', ok: true }], channel: 'hubspot' }) },
    })
    await press(firstSend())
    expect(bus.of('send.prepare')[0]?.channel).toBe('hubspot')
    await press(button('Open in HubSpot'))
    expect(screen.queryByRole('button', { name: 'Not sent' })).toBeNull()
  })

  it('shows where each log stands and what to do', async () => {
    await mountPanel(stateOf('sends-logged'))
    const rows = within(screen.getByRole('list', { name: 'Sent to this person' })).getAllByRole('listitem').map((each) => each.textContent ?? '')
    expect(rows[0]).toContain('Logged in Salesforce')
    expect(rows[1]).toMatch(/Queued for Salesforce.*sign-in to Salesforce has ended.*Sign in/)
  })
})

describe('a call sheet', () => {
  it('opens readable, and can be noted as used', async () => {
    const { bus, root } = await mountPanel({ views: [fullView] })
    await press(button('Read'))
    expect(within(root).getByRole('article').textContent).toContain('Who plans today, and in which tool?')
    await press(button('Used in a call or meeting'))
    expect(bus.of('send.open')[0]).toMatchObject({ assetId: 'first-call', channel: 'meeting' })
  })

  it('is left by Escape, to where the rep was', async () => {
    const { bus } = await mountPanel({ views: [fullView] })
    await press(button('Read'))
    fireEvent.keyDown(document.body, { key: 'Escape' })
    expect(screen.getByRole('heading', { name: 'Suggested assets' })).toBeTruthy()
    expect(bus.of('panel.close')).toEqual([])
    fireEvent.keyDown(document.body, { key: 'Escape' })
    expect(bus.of('panel.close')).toHaveLength(1)
  })
})
