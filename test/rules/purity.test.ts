import { describe, expect, it } from 'vitest'
import { read, sources } from './files'

const withoutComments = (file: string) => read(file).replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '')

describe('purity', () => {
  it('keeps clocks, chance and the network out of the domain', () => {
    const impure = /\bDate\.now\(|new Date\(\)|Math\.random\(|\bcrypto\.|\bfetch\(|\bsetTimeout\(|\blocalStorage\b|\bdocument\.|\bwindow\./
    expect(sources('lib/domain').filter((file) => impure.test(withoutComments(file)))).toEqual([])
  })

  it('S47 sends every request through the origin-bound client', () => {
    const callers = sources('lib', 'components', 'entrypoints').filter((file) => /(?<![.\w])fetch\(/.test(withoutComments(file)))
    expect(callers.filter((file) => !/^lib\/connectors\/http\/|^lib\/sources\/web\/get|^lib\/platform\/packaged|^lib\/hub-client\/(http|hubspot-fetch)|^entrypoints\/background\/parts\/(through-hub|consented)/.test(file))).toEqual([])
  })

  it('S10 S29 renders no markup from strings and injects no script into pages', () => {
    const unsafe = /dangerouslySetInnerHTML|\.innerHTML\s*=|insertAdjacentHTML|document\.write|world:\s*'MAIN'|injectScript\(/
    expect(sources('lib', 'components', 'entrypoints').filter((file) => unsafe.test(withoutComments(file)))).toEqual([])
  })

  it('S18 listens to no window messages', () => {
    const listening = /addEventListener\(\s*['"]message['"]|\.onmessage\s*=|\.postMessage\(/
    const found = sources('lib', 'components', 'entrypoints').filter((file) => listening.test(withoutComments(file)))
    expect(found.filter((file) => !/worker/.test(file))).toEqual([])
  })

  it('S05 serves no other extension and no web page', () => {
    expect(sources('lib', 'entrypoints').filter((file) => /onMessageExternal|onConnectExternal/.test(read(file)))).toEqual([])
  })

  it('keeps mutable module state out of the background', () => {
    const rooms = sources('lib/app', 'lib/store', 'lib/connectors', 'lib/platform', 'lib/bus', 'entrypoints/background')
    expect(rooms.filter((file) => /^(export )?let /m.test(read(file)))).toEqual([])
  })

  it('uses no escape from the types', () => {
    const escape = /:\s*any\b|as any\b|<any>|@ts-(ignore|expect-error|nocheck)|as unknown as/
    expect(sources('lib', 'components', 'entrypoints', 'hub').filter((file) => escape.test(withoutComments(file)))).toEqual([])
  })
})
