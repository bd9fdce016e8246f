import { describe, expect, it } from 'vitest'
import { protocol, type MessageName } from '@/lib/bus/protocol'
import { findCaller, isAllowed, type Caller, type Own, type Sender } from '@/lib/bus/trust'
import { detectCrm } from '@/lib/pages/detect'

const chromium: Own = { id: 'leadsideid', base: 'chrome-extension://leadsideid/', isCrmPage: (url) => detectCrm(url) !== undefined }
const firefox: Own = { ...chromium, id: 'leadside@leadside.example', base: 'moz-extension://1111-2222/' }
const page = 'https://acme.lightning.force.com/lightning/page/home'
const tab = { id: 7 }

describe('findCaller', () => {
  it.each<[string, Own, Sender, Caller | undefined]>([
    ['the loader', chromium, { id: 'leadsideid', url: page, origin: 'https://acme.lightning.force.com', tab, frameId: 0 }, { kind: 'loader', tabId: 7, url: page }],
    ['the loader in Firefox, without origin', firefox, { id: firefox.id, url: page, tab, frameId: 0 }, { kind: 'loader', tabId: 7, url: page }],
    ['the framed panel', chromium, { id: 'leadsideid', url: `${chromium.base}sidepanel.html#ticket`, origin: 'chrome-extension://leadsideid', tab, frameId: 12, documentId: 'D' }, { kind: 'framed', tabId: 7, frameId: 12, documentId: 'D' }],
    ['the framed panel in Firefox, without origin', firefox, { id: firefox.id, url: `${firefox.base}sidepanel.html`, tab, frameId: 3, documentId: 'D' }, { kind: 'framed', tabId: 7, frameId: 3, documentId: 'D' }],
    ['the side panel', chromium, { id: 'leadsideid', url: `${chromium.base}sidepanel.html`, origin: 'chrome-extension://leadsideid', documentId: 'D' }, { kind: 'side-panel' }],
    ['the panel in a tab of its own', chromium, { id: 'leadsideid', url: `${chromium.base}sidepanel.html?x=1`, tab, frameId: 0 }, { kind: 'side-panel' }],
    ['the desk', chromium, { id: 'leadsideid', url: `${chromium.base}options.html#/library`, origin: 'chrome-extension://leadsideid', tab, frameId: 0 }, { kind: 'desk', tabId: 7 }],
    ['S12 another extension', chromium, { id: 'other', url: `${chromium.base}options.html`, tab, frameId: 0 }, undefined],
    ['S12 a sender without id', chromium, { url: page, tab, frameId: 0 }, undefined],
    ['S13 our page by address, another origin by origin', chromium, { id: 'leadsideid', url: `${chromium.base}options.html`, origin: 'https://acme.lightning.force.com', tab, frameId: 0 }, undefined],
    ['S13 a look-alike of our address', chromium, { id: 'leadsideid', url: 'chrome-extension://leadsideid.evil/options.html', tab, frameId: 0 }, undefined],
    ['S14 a content script in a sub-frame', chromium, { id: 'leadsideid', url: page, tab, frameId: 4 }, undefined],
    ['S14 a content script without tab', chromium, { id: 'leadsideid', url: page, frameId: 0 }, undefined],
    ['S14 a content script on a host we do not know', chromium, { id: 'leadsideid', url: 'https://evil-lightning.force.com.example/', tab, frameId: 0 }, undefined],
    ['a framed desk', chromium, { id: 'leadsideid', url: `${chromium.base}options.html`, tab, frameId: 4 }, undefined],
    ['a page of ours that sends nothing', chromium, { id: 'leadsideid', url: `${chromium.base}other.html`, tab, frameId: 0 }, undefined],
    ['nobody', chromium, {}, undefined],
  ])('%s', (_, own, sender, caller) => {
    expect(findCaller(sender, own)).toEqual(caller)
  })
})

describe('isAllowed', () => {
  const names = Object.keys(protocol) as MessageName[]
  const may = (caller: Caller) => names.filter((name) => isAllowed(protocol[name].from, caller)).sort()

  it('S14 lets a content script send a closed list only', () => {
    expect(may({ kind: 'loader', tabId: 1, url: page })).toEqual(['dock.place', 'dock.seen', 'panel.ticket', 'record.left', 'record.seen', 'sidepanel.open'])
  })

  it('S13 keeps the desk\'s messages from every panel', () => {
    const desk = names.filter((name) => protocol[name].from === 'desk')
    expect(desk.length).toBeGreaterThan(10)
    for (const caller of [{ kind: 'framed', tabId: 1, frameId: 2, documentId: 'D' }, { kind: 'side-panel' }] satisfies Caller[]) {
      expect(may(caller).filter((name) => desk.includes(name))).toEqual([])
    }
  })

  it('lets the desk show the panel', () => {
    const panel = names.filter((name) => protocol[name].from === 'panel')
    expect(may({ kind: 'desk', tabId: 1 })).toEqual(expect.arrayContaining(panel))
  })
})
