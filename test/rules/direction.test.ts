import { describe, expect, it } from 'vitest'
import { importsOf, sources, target } from './files'

/** What each room may import beside itself. Longest matching room wins; types may also come from the bus's shapes. */
const allowed: Record<string, string[]> = {
  'lib/domain': [],
  'lib/pages': ['lib/domain'],
  'lib/connectors': ['lib/domain'],
  'lib/sources': ['lib/domain'],
  'lib/search': ['lib/domain'],
  'lib/store': ['lib/domain'],
  'lib/hub-client': ['lib/domain'],
  'lib/platform': ['lib/domain'],
  'lib/bus': ['lib/domain'],
  'lib/app': ['lib/domain'],
  'components': ['lib/bus', 'lib/domain'],
  'hub': ['lib/domain', 'lib/hub-client/contract'],
  'entrypoints': ['components', 'lib'],
}
const packages: Record<string, RegExp> = {
  'lib/domain': /^zod\/mini$/,
  'lib/app': /^zod\/mini$/,
  'lib/pages': /^$/,
  'lib/bus': /^(zod\/mini|wxt\/browser|#imports)$/,
  'lib/hub-client': /^(zod|zod\/mini)$/,
}

const roomOf = (file: string) => Object.keys(allowed).filter((room) => file === room || file.startsWith(`${room}/`)).sort((a, b) => b.length - a.length)[0]

describe('direction of imports', () => {
  const files = sources('lib', 'components', 'entrypoints', 'hub')

  it('knows every room of the tree', () => {
    expect(files.filter((file) => !roomOf(file))).toEqual([])
    expect(files.length).toBeGreaterThan(50)
  })

  it('lets nothing import leftwards or sideways', () => {
    const wrong = files.flatMap((file) => {
      const room = roomOf(file) ?? ''
      return importsOf(file).flatMap(({ from }) => {
        const to = target(file, from)
        if (to === undefined) return []
        const into = [room, ...(allowed[room] ?? [])].some((may) => to === may || to.startsWith(`${may}/`))
        return into ? [] : [`${file} imports ${from}`]
      })
    })
    expect(wrong).toEqual([])
  })

  it('keeps libraries out of the pure rooms', () => {
    const wrong = files.flatMap((file) => {
      const rule = packages[roomOf(file) ?? '']
      if (!rule) return []
      return importsOf(file).filter(({ from }) => target(file, from) === undefined && !rule.test(from)).map(({ from }) => `${file} imports ${from}`)
    })
    expect(wrong).toEqual([])
  })

  it('asks which browser this is in lib/platform and the entrypoints only', async () => {
    const { read } = await import('./files')
    const wrong = files.filter((file) => !/^(lib\/platform|entrypoints)\//.test(file))
      .filter((file) => /import\.meta\.env\.(BROWSER|FIREFOX|CHROME)|from 'wxt\/browser'|\bchrome\.\w+\./.test(read(file)))
    expect(wrong).toEqual([])
  })
})
