import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

type Entry = string | { [key: string]: Entry }
const catalogue = parse(readFileSync(join(import.meta.dirname, '../../locales/en.yml'), 'utf8')) as Record<string, Entry>

function find(key: string): Entry | undefined {
  return key.split('.').reduce<Entry | undefined>((at, part) => (typeof at === 'object' ? at[part] : undefined), catalogue)
}

/** The message catalogue read from its source, with the placeholder and plural rules of the build. Unknown keys throw. */
export const i18n = {
  t(key: string, ...rest: unknown[]): string {
    const count = rest.find((value): value is number => typeof value === 'number')
    const given = rest.find((value): value is string[] => Array.isArray(value)) ?? (count === undefined ? [] : [String(count)])
    const entry = find(key)
    if (entry === undefined) throw new Error(`No message ${key}`)
    const text = typeof entry === 'string' ? entry : (entry[String(count)] ?? entry['n'])
    if (typeof text !== 'string') throw new Error(`${key} is no message`)
    return text.replace(/\$(\d)/g, (_, index: string) => given[Number(index) - 1] ?? '')
  },
}
