import type { Asset } from './asset'
import { assetFields, guessMapping, type AssetField } from './asset-columns'
import { canonicalUrl } from './content-url'
import type { ImportPlan, ImportProblem } from './import-plan'
import { fieldReaders, RowProblem, type AssetDraft, type RowProblemName } from './import/read-asset'
import type { Playbook } from './playbook'
import { canSend } from './send-rules'

export interface ImportInput {
  /** Column → value, as a file was parsed. */
  rows: readonly unknown[]
  /** Column → field; empty: guessed from the columns' names. */
  mapping: Readonly<Record<string, string>>
  existing: readonly Asset[]
  now: number
  makeId: () => string
  source?: Asset['source']['system'] | undefined
  /** Turns words of stages, personas, industries and products into its ids. */
  playbook?: Playbook | undefined
}

/**
 * What an import would do; nothing is written. A row is an asset known by its id, else by its address, otherwise a new one. A
 * row with a problem is left out whole. Assets are approved and shareable unless a column says otherwise.
 */
export function planImport(input: ImportInput): ImportPlan {
  const { added, changed, unchanged, problems } = sortRows(input)
  const sendable = [...added, ...changed].filter((asset) => canSend(asset, undefined, 'copy', input.now).ok).length
  return { added, changed, unchanged: unchanged.length, problems, sendable }
}

/** What following a shared file means: as an import, and what the file no longer holds is archived. A row with a problem archives nothing. */
export function planFeed(input: Omit<ImportInput, 'mapping' | 'source'>): { added: Asset[]; changed: Asset[]; gone: Asset[]; problems: ImportProblem[] } {
  const { added, changed, unchanged, problems } = sortRows({ ...input, mapping: {}, source: 'feed' })
  const held = new Set([...added, ...changed, ...unchanged].map(({ id }) => id))
  const gone = problems.length > 0 ? [] : input.existing.filter(({ id, source, status }) => source.system === 'feed' && status !== 'archived' && !held.has(id))
  return { added, changed, gone: gone.map((asset) => ({ ...asset, status: 'archived' as const, updatedAt: input.now })), problems }
}

interface SortedRows { added: Asset[]; changed: Asset[]; unchanged: Asset[]; problems: ImportProblem[] }

function sortRows(input: ImportInput): SortedRows {
  const sorted: SortedRows = { added: [], changed: [], unchanged: [], problems: [] }
  const columns = columnsOf(input)
  const findKnown = createFinder(input.existing)
  const seen = new Set<string>()
  input.rows.forEach((row, index) => {
    const draft = readRow(row, columns, input.playbook)
    if ('problem' in draft) {
      sorted.problems.push({ row: index + 1, ...draft })
      return
    }
    const known = findKnown(draft)
    const keys = [draft.id ?? known?.id, draft.url === undefined ? undefined : canonicalUrl(draft.url)].filter((key) => key !== undefined)
    if (keys.some((key) => seen.has(key))) {
      sorted.problems.push({ row: index + 1, problem: 'duplicate' satisfies RowProblemName, value: draft.id ?? draft.url ?? draft.title })
      return
    }
    for (const key of keys) seen.add(key)
    place(sorted, draft, known, input)
  })
  return sorted
}

function place(sorted: SortedRows, draft: AssetDraft, known: Asset | undefined, { now, makeId, source = 'import' }: ImportInput): void {
  if (!known) {
    sorted.added.push(newAsset(draft, now, makeId, source))
    return
  }
  const next: Asset = { ...known, status: 'approved', shareable: true, ...draft, id: known.id }
  if (isSame(known, next)) sorted.unchanged.push(known)
  else sorted.changed.push({ ...next, version: known.version + 1, updatedAt: draft.updatedAt ?? now, source: known.source.system === 'local' ? known.source : { ...known.source, system: source } })
}

function newAsset(draft: AssetDraft, now: number, makeId: () => string, system: Asset['source']['system']): Asset {
  return {
    title: '', abstract: '', kind: 'other', topics: [], stages: [], personas: [], industries: [], products: [], language: 'en', status: 'approved', shareable: true, updatedAt: now,
    ...draft, id: draft.id ?? makeId(), version: 1, source: { system, id: draft.id },
  }
}

function isSame(before: Asset, after: Asset): boolean {
  const fields = assetFields.filter((field) => field !== 'updatedAt')
  return fields.every((field) => JSON.stringify(before[field]) === JSON.stringify(after[field]))
}

/** Columns that would reach into how objects work; no field is read from them. */
const poisoned: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

function columnsOf({ rows, mapping }: ImportInput): [string, AssetField][] {
  const given = Object.entries(mapping)
  const names = given.length > 0 ? [] : [...new Set(rows.flatMap((row) => (isRow(row) ? Object.keys(row) : [])))]
  const chosen = given.length > 0 ? given : Object.entries(guessMapping(names.filter((name) => !poisoned.has(name))))
  return chosen.filter((pair): pair is [string, AssetField] => !poisoned.has(pair[0]) && assetFields.includes(pair[1] as AssetField))
}

function isRow(row: unknown): row is Record<string, unknown> {
  return typeof row === 'object' && row !== null && !Array.isArray(row)
}

interface LeftOut { problem: RowProblemName; column?: string | undefined; value?: string | undefined }

function readRow(row: unknown, columns: readonly [string, AssetField][], playbook: Playbook | undefined): AssetDraft | LeftOut {
  if (!isRow(row)) return { problem: 'not-a-row' }
  const draft: AssetDraft = {}
  for (const [column, field] of columns) {
    try {
      if (Object.hasOwn(row, column)) Object.assign(draft, fieldReaders[field](row[column], playbook))
    } catch (problem) {
      if (problem instanceof RowProblem) return { column, problem: problem.problem, value: problem.value }
      throw problem
    }
  }
  return draft.title ? draft : { problem: 'no-title', column: columns.find(([, field]) => field === 'title')?.[0] }
}

function createFinder(existing: readonly Asset[]): (draft: AssetDraft) => Asset | undefined {
  const byId = new Map(existing.map((asset) => [asset.id, asset]))
  const byUrl = new Map(existing.flatMap((asset) => (asset.url === undefined ? [] : [[canonicalUrl(asset.url), asset] as const])))
  return ({ id, url }) => (id === undefined ? undefined : byId.get(id)) ?? (url === undefined ? undefined : byUrl.get(canonicalUrl(url)))
}
