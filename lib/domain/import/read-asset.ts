import type { Asset } from '../asset'
import type { AssetField } from '../asset-columns'
import type { Playbook } from '../playbook'
import { findPersona, findStage, findTerm } from '../profile'
import { safeAssetUrl } from '../safe-url'
import { normalWords } from '../words'
import { readMoment, readText, readWords, readYesNo } from './read-cell'
import { readKind } from './read-kind'

/** What a row says of an asset: only fields it has a column for. */
export type AssetDraft = Partial<Omit<Asset, 'version' | 'source'>>

/** Why a row is left out: the catalogue's `importProblem.<problem>`. */
export const rowProblems = ['not-a-row', 'no-title', 'bad-address', 'bad-date', 'bad-number', 'bad-yes-no', 'bad-status', 'bad-language', 'duplicate'] as const
export type RowProblemName = (typeof rowProblems)[number]

export class RowProblem extends Error {
  readonly problem: RowProblemName
  readonly value: string
  constructor(problem: RowProblemName, value: unknown) {
    super(problem)
    this.problem = problem
    this.value = readText(value, 200)
  }
}

/** Reads one field of a row. @throws RowProblem */
export type FieldReader = (value: unknown, playbook: Playbook | undefined) => AssetDraft

export const fieldReaders: Record<AssetField, FieldReader> = {
  id: (value) => optional('id', readText(value, 120)),
  title: (value) => ({ title: readText(value, 300) }),
  abstract: (value) => ({ abstract: readText(value, 4000) }),
  url: readAddress,
  kind: (value) => ({ kind: isEmpty(value) ? 'other' : readKind(readText(value, 120)) }),
  topics: (value) => ({ topics: readWords(value) }),
  stages: (value, book) => ({ stages: toIds(value, (word) => book && findStage(word, book.stages)) }),
  personas: (value, book) => ({ personas: toIds(value, (word) => book && findPersona(word, book.personas)) }),
  industries: (value, book) => ({ industries: toIds(value, (word) => book && findTerm(word, book.industries)) }),
  products: (value, book) => ({ products: toIds(value, (word) => book && findTerm(word, book.products)) }),
  language: readLanguage,
  owner: (value) => optional('owner', readText(value, 200)),
  status: readStatus,
  shareable: (value) => ({ shareable: isEmpty(value) ? true : expect(readYesNo(value), 'bad-yes-no', value) }),
  body: (value) => optional('body', readText(value, 40_000)),
  expires: (value) => moment('expires', value),
  verifiedAt: (value) => moment('verifiedAt', value),
  verifyEvery: (value) => (isEmpty(value) ? { verifyEvery: undefined } : { verifyEvery: expect(readDays(value), 'bad-number', value) }),
  publishedAt: (value) => moment('publishedAt', value),
  updatedAt: (value) => (isEmpty(value) ? {} : { updatedAt: expect(readMoment(value), 'bad-date', value) }),
}

function expect<T>(value: T | undefined, problem: RowProblemName, given: unknown): T {
  if (value === undefined) throw new RowProblem(problem, given)
  return value
}

function isEmpty(value: unknown): boolean {
  return readText(value, 20) === ''
}

function optional(field: 'id' | 'owner' | 'body', text: string): AssetDraft {
  return text === '' ? {} : { [field]: text }
}

function readAddress(value: unknown): AssetDraft {
  const text = readText(value, 2100)
  if (text === '') return { url: undefined }
  const given = typeof value === 'string' ? value.trim() : text
  return { url: expect(safeAssetUrl(given), 'bad-address', value) }
}

function moment(field: 'expires' | 'verifiedAt' | 'publishedAt', value: unknown): AssetDraft {
  return { [field]: isEmpty(value) ? undefined : expect(readMoment(value), 'bad-date', value) }
}

/** BCP 47 in its usual forms: `en`, `de-CH`, `zh-Hant-TW`; `en_US` is understood. */
function readLanguage(value: unknown): AssetDraft {
  const text = readText(value, 60).replaceAll('_', '-')
  if (text === '') return {}
  return { language: expect(/^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/i.test(text) ? text : undefined, 'bad-language', value) }
}

const statuses: Record<string, Asset['status']> = {
  approved: 'approved', published: 'approved', live: 'approved', active: 'approved', draft: 'draft', 'in review': 'draft', review: 'draft', archived: 'archived', retired: 'archived', inactive: 'archived', obsolete: 'archived',
}

function readStatus(value: unknown): AssetDraft {
  const text = normalWords(readText(value, 60))
  if (text === '') return {}
  return { status: expect(Object.hasOwn(statuses, text) ? statuses[text] : undefined, 'bad-status', value) }
}

function readDays(value: unknown): number | undefined {
  const days = Number(readText(value, 20))
  return Number.isInteger(days) && days > 0 && days <= 3650 ? days : undefined
}

/** Ids of the playbook; a word it does not know becomes an id of its own, so that nothing typed is lost. */
function toIds(value: unknown, find: (word: string) => { id: string } | undefined): string[] {
  const ids = readWords(value).map((word) => find(word)?.id ?? normalWords(word).replaceAll(' ', '-'))
  return [...new Set(ids)].filter((id) => id !== '')
}
