import { describe, expect, it } from 'vitest'
import { read, sources } from './files'
import { protocol } from '@/lib/bus/protocol'

describe('messages', () => {
  const names = Object.keys(protocol)
  const all = sources('entrypoints', 'components', 'lib/app', 'lib/platform').map((file) => ({ file, text: read(file) }))
  const handlers = all.filter(({ file }) => file.startsWith('entrypoints/background/') || file === 'lib/platform/side-panel.ts')
  const callers = all.filter(({ file }) => file.startsWith('components/') || file.startsWith('entrypoints/'))

  it('have a handler each', () => {
    const registered = handlers.map(({ text }) => text).join('\n')
    expect(names.filter((name) => !registered.includes(`'${name}'`))).toEqual([])
  })

  it('are each asked by somebody', () => {
    const asked = callers.filter(({ file }) => !file.startsWith('entrypoints/background/')).map(({ text }) => text).join('\n')
    expect(names.filter((name) => !asked.includes(`'${name}'`))).toEqual([])
  })

  it('S15 refuse unknown keys in every request', () => {
    const loose = Object.entries(protocol).filter(([, shape]) => shape.request.safeParse({ unexpected: 1 }).success)
    expect(loose.map(([name]) => name)).toEqual([])
  })
})
