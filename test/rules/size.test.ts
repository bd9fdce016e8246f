import { describe, expect, it } from 'vitest'
import { read, sources } from './files'

/** Tables longer than the cap, by name; this list may only shrink. */
const tables: string[] = []
const cap = 300
const small = 150

describe('size of files', () => {
  const lengths = sources('entrypoints', 'components', 'lib', 'hub').filter((file) => !tables.includes(file))
    .map((file) => ({ file, lines: read(file).split('\n').length - 1 }))

  it(`keeps every file within ${cap} lines`, () => {
    expect(lengths.filter(({ lines }) => lines > cap)).toEqual([])
  })

  it(`keeps nine files of ten within ${small} lines`, () => {
    expect(lengths.filter(({ lines }) => lines <= small).length / lengths.length).toBeGreaterThanOrEqual(0.9)
  })

  it('keeps entrypoints to wiring', () => {
    const wiring = lengths.filter(({ file }) => file.startsWith('entrypoints/') && !/crm-loader|crm-dock|compose/.test(file))
    expect(wiring.filter(({ lines }) => lines > 60)).toEqual([])
  })

  it('keeps the list of tables true', () => {
    expect(tables.filter((file) => read(file).split('\n').length <= cap)).toEqual([])
  })
})
