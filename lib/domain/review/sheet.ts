import type { Judgement } from '../judgement'
import { verdictValue, type VerdictValue } from '../ledger'
import type { Crm, RecordKind, RecordRef } from '../record-ref'
import type { Look } from '../store-ports'

/** A verdict as the review counts it: what it says of the lead, how it stands, and never who gave it. */
export interface ReviewRow extends Judgement { look: Look }

const crms: readonly Crm[] = ['salesforce', 'hubspot']
const kinds: readonly RecordKind[] = ['lead', 'contact', 'account']
/** A verdict that was overtaken may have been a second look, too: then it is the last. */
const looks: readonly Look[] = ['first', 'second', 'past', 'past']

/**
 * The verdicts of one day as a text: the words they share in the first line, then one line a verdict with words as numbers. A
 * hundred thousand of them are read in a fraction of a second, which rows of objects are not.
 */
export function packSheet(rows: readonly ReviewRow[]): string {
  const numbers = new Map<string, number>()
  const word = (text: string | undefined): string => {
    if (text === undefined || text === '') return ''
    const known = numbers.get(text) ?? numbers.size
    numbers.set(text, known)
    return known.toString(36)
  }
  const lines = rows.map(({ id, at, ref, look, secondLook, verdict, reason, source, campaigns, assets, persona, industry, stage }) => [
    id, at.toString(36), crms.indexOf(ref.crm), word(ref.org), kinds.indexOf(ref.kind), ref.id, look === 'past' && secondLook ? 3 : looks.indexOf(look), verdictValue.options.indexOf(verdict),
    word(reason), word(source), campaigns.map(word).join('.'), assets.map(word).join('.'), word(persona), word(industry), word(stage),
  ].join(' '))
  return [JSON.stringify([...numbers.keys()]), ...lines].join('\n')
}

/** What `packSheet` packed. @throws SyntaxError for anything else. */
export function readSheet(sheet: string): ReviewRow[] {
  const [head = '[]', ...lines] = sheet.split('\n')
  const words = JSON.parse(head) as string[]
  const word = (code: string | undefined) => (code ? words[Number.parseInt(code, 36)] : undefined)
  const lists = new Map<string, readonly string[]>()
  const list = (codes = ''): readonly string[] => {
    const known = lists.get(codes) ?? (codes === '' ? [] : codes.split('.').flatMap((code) => word(code) ?? []))
    lists.set(codes, known)
    return known
  }
  return lines.map((line): ReviewRow => {
    const [id = '', at = '', crm, org, kind, record = '', look, verdict, reason, source, campaigns, assets, persona, industry, stage] = line.split(' ')
    const ref: RecordRef = { crm: crms[Number(crm)] ?? 'salesforce', org: word(org) ?? '', kind: kinds[Number(kind)] ?? 'lead', id: record }
    return {
      id, at: readNumber(at), ref, look: looks[Number(look)] ?? 'past', secondLook: look === '1' || look === '3', verdict: verdictOf(verdict),
      reason: word(reason), source: word(source), campaigns: list(campaigns), assets: list(assets), persona: word(persona), industry: word(industry), stage: word(stage),
    }
  })
}

function verdictOf(code: string | undefined): VerdictValue {
  return verdictValue.options[Number(code)] ?? 'cant_tell'
}

/** Base 36; moments of CRMs are whole milliseconds, those of damaged clocks may be negative. */
function readNumber(text: string): number {
  const value = Number.parseInt(text, 36)
  return Number.isNaN(value) ? 0 : value
}
