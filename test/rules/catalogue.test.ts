import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { assetKind } from '@/lib/domain/asset'
import { defaultPlaybook } from '@/lib/domain/default-playbook'
import { errorAction, errorKind } from '@/lib/domain/errors'
import { sendChannel, verdictValue } from '@/lib/domain/ledger'
import { touchKind } from '@/lib/domain/touch'
import { read, sources } from './files'

type Entry = string | { [key: string]: Entry }
const isPlural = (entry: Entry) => typeof entry === 'object' && Object.keys(entry).every((key) => key === 'n' || /^\d+$/.test(key))

function keysOf(entry: Entry, path: string[] = []): string[] {
  return typeof entry === 'string' || isPlural(entry) ? [path.join('.')] : Object.entries(entry).flatMap(([key, inner]) => keysOf(inner, [...path, key]))
}
const keys = keysOf(parse(read('locales/en.yml')) as Entry)
const known = new Set(keys)

describe('the message catalogue', () => {
  it('has only names every browser takes: Chromium refuses the whole extension for another sign', () => {
    expect(keys.filter((key) => !/^[A-Za-z0-9_.]+$/.test(key))).toEqual([])
  })

  it('has no two names that browsers take for one', () => {
    const names = keys.map((key) => key.replaceAll('.', '_').toLowerCase())
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  })

  it('holds every message the code names', () => {
    const named = sources('lib', 'components', 'entrypoints').flatMap((file) =>
      [...read(file).matchAll(/(?:i18n\.t|\bsay|\bsayCount|\bmessage)\(\s*'([\w.-]+\.[\w.-]+)'/g)].map(([, key = '']) => ({ file, key: key.replaceAll('-', '_') })))
    expect(named.length).toBeGreaterThan(200)
    expect(named.filter(({ key }) => !known.has(key))).toEqual([])
  })

  it.each([
    ['error', errorKind.options], ['errorAction', errorAction.options.filter((action) => action !== 'none')], ['touch', touchKind.options],
    ['asset', assetKind.options], ['verdict', verdictValue.options], ['send.channel', sendChannel.options], ['send.way', sendChannel.options],
    ['reason', Object.values(defaultPlaybook.reasons).flat().map(({ id }) => id)], ['stage', defaultPlaybook.stages.map(({ id }) => id)],
    ['persona', defaultPlaybook.personas.map(({ id }) => id)], ['industry', defaultPlaybook.industries.map(({ id }) => id)],
  ] as const)('names each %s', (family, ids) => {
    expect(ids.map((id) => `${family}.${id.replaceAll('-', '_')}`).filter((key) => !known.has(key))).toEqual([])
  })
})
