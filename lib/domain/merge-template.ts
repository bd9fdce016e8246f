import type { Asset } from './asset'
import { cleanText } from './clean-text'
import { escapeHtml } from './escape-html'
import type { Actor, Person } from './person'

/** Where the text goes: `header` is one line (a subject), `html` has its values escaped. */
export type MergeContext = 'text' | 'header' | 'html'

export interface MergeSource {
  person: Person
  asset: Asset
  link?: string | undefined
  rep: Actor
}

const fields = {
  firstName: ({ person }) => person.firstName,
  lastName: ({ person }) => person.lastName,
  name: ({ person }) => person.name,
  company: ({ person }) => person.company,
  title: ({ person }) => person.title,
  assetTitle: ({ asset }) => asset.title,
  assetAbstract: ({ asset }) => asset.abstract,
  link: ({ link }) => link,
  repName: ({ rep }) => rep.name,
} as const satisfies Record<string, (source: MergeSource) => string | undefined>

export type MergeField = keyof typeof fields
export const mergeFieldNames = Object.keys(fields) as MergeField[]

export interface Merged {
  text: string
  /** Fields still standing in the text as `{field}`: unknown ones, those without a value, and refused ones. */
  missing: string[]
  /** Of these, values that would have broken out of a header line. */
  refused: string[]
}

const lineBreak = /(?!\t)\p{Cc}|[\u2028\u2029]/u
const longestValue = 4000

/** Fills `{field}` with values; what has none stays visible and is named, nothing is ever sent empty. Values are not searched for fields again. */
export function mergeTemplate(template: string, source: MergeSource, context: MergeContext = 'text'): Merged {
  const missing = new Set<string>()
  const refused = new Set<string>()
  const prepared = context === 'header' ? template.split(lineBreak).map((line) => line.trim()).filter(Boolean).join(' ') : template
  const text = prepared.replace(/\{([A-Za-z]\w*)\}/g, (placeholder, field: string) => {
    const value = valueOf(field, source)
    if (value === '') missing.add(field)
    else if (context === 'header' && lineBreak.test(value)) refused.add(field)
    else return context === 'html' ? escapeHtml(cleanText(value, longestValue)) : cleanText(value, longestValue)
    return placeholder
  })
  return { text, missing: [...missing, ...refused], refused: [...refused] }
}

function valueOf(field: string, source: MergeSource): string {
  return Object.hasOwn(fields, field) ? (fields[field as MergeField](source)?.trim() ?? '') : ''
}
