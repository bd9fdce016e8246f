import type { Asset } from './asset'
import { assetFields, guessMapping, poisonedColumns, tableColumns, type AssetField } from './asset-columns'
import { canonicalUrl } from './content-url'
import type { ImportPlan, ImportProblem } from './import-plan'
import { fieldReaders, RowProblem, type AssetDraft, type RowProblemName } from './import/read-asset'
import type { Playbook } from './playbook'
import { canSend } from './send-rules'

export interface ImportInput {
  /** Column → field. */
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
export function planImport(input: ImportInput & { rows: readonly unknown[] }): ImportPlan {
  const planner = createImportPlanner({ ...input, mapping: mappingOf(input) })
  planner.take(input.rows)
  return planner.plan()
}

/** The same slice by slice, for long lists: `take` rows in their order, then ask for the plan. */
export function createImportPlanner(input: ImportInput): { take(rows: readonly unknown[]): void; plan(): ImportPlan } {
  const { take, sorted: { added, changed, unchanged, problems } } = createRowSorter(input)
  return {
    take,
    plan: () => ({
      added, changed, unchanged: unchanged.length, problems, sendable: [...added, ...changed].filter((asset) => canSend(asset, undefined, 'copy', input.now).ok).length,
    }),
  }
}

export interface SortedRows { added: Asset[]; changed: Asset[]; unchanged: Asset[]; problems: ImportProblem[]; unread: RowKey[] }
/** What names a row that could not be read: nothing where neither is given. */
export interface RowKey { id?: string | undefined; url?: string | undefined }

/** What happens to a row whose asset is known; `leave` keeps that as it is. */
export type Merge = (known: Asset, draft: AssetDraft) => Asset | 'leave'
export interface SortInput extends ImportInput { merge?: Merge | undefined; idOf?: ((draft: AssetDraft) => string) | undefined }

/** Sorts rows into what they mean for the library; `sorted` grows with every `take`. */
export function createRowSorter(input: SortInput): { sorted: SortedRows; take(rows: readonly unknown[]): void } {
  const sorted: SortedRows = { added: [], changed: [], unchanged: [], problems: [], unread: [] }
  const columns = columnsOf(input.mapping)
  const findKnown = createFinder(input.existing)
  const seen = new Set<string>()
  let count = 0

  function takeRow(row: unknown): void {
    count += 1
    const draft = readRow(row, columns, input.playbook)
    if ('problem' in draft) {
      sorted.problems.push({ row: count, ...draft })
      sorted.unread.push(keyOf(row, columns))
      return
    }
    const known = findKnown(draft)
    const keys = [draft.id ?? known?.id, draft.url === undefined ? undefined : canonicalUrl(draft.url)].filter((key) => key !== undefined)
    if (keys.some((key) => seen.has(key))) {
      sorted.problems.push({ row: count, problem: 'duplicate' satisfies RowProblemName, value: draft.id ?? draft.url ?? draft.title })
      sorted.unread.push({ id: draft.id, url: draft.url === undefined ? undefined : canonicalUrl(draft.url) })
      return
    }
    for (const key of keys) seen.add(key)
    place(sorted, draft, known, input)
  }

  return { sorted, take: (rows) => rows.forEach(takeRow) }
}

function place(sorted: SortedRows, draft: AssetDraft, known: Asset | undefined, input: SortInput): void {
  const { now, makeId, idOf, source = 'import', merge = byRow(source) } = input
  if (!known) {
    sorted.added.push(newAsset(draft, now, () => idOf?.(draft) ?? makeId(), source))
    return
  }
  const next = merge(known, draft)
  if (next === 'leave' || isSame(known, next)) sorted.unchanged.push(known)
  else sorted.changed.push({ ...next, version: known.version + 1, updatedAt: draft.updatedAt ?? now })
}

/** A file a person imports says what holds from now on. */
function byRow(source: Asset['source']['system']): Merge {
  return (known, draft) => ({
    ...known, status: 'approved', shareable: true, ...draft, id: known.id, source: known.source.system === 'local' ? known.source : { ...known.source, system: source },
  })
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

/** As given; where nothing is, guessed from the columns' names. */
export function mappingOf({ rows, mapping }: { rows: readonly unknown[]; mapping: Readonly<Record<string, string>> }): Readonly<Record<string, string>> {
  return Object.keys(mapping).length > 0 ? mapping : guessMapping(tableColumns(rows.filter(isRow)))
}

function columnsOf(mapping: Readonly<Record<string, string>>): [string, AssetField][] {
  return Object.entries(mapping).filter((pair): pair is [string, AssetField] => !poisonedColumns.has(pair[0]) && assetFields.includes(pair[1] as AssetField))
}

function isRow(row: unknown): row is Record<string, unknown> {
  return typeof row === 'object' && row !== null && !Array.isArray(row)
}

function keyOf(row: unknown, columns: readonly [string, AssetField][]): RowKey {
  const text = (field: AssetField) => {
    const column = columns.find(([, named]) => named === field)?.[0]
    const value = isRow(row) && column !== undefined && Object.hasOwn(row, column) ? row[column] : undefined
    return typeof value === 'string' && value !== '' ? value : undefined
  }
  const url = text('url')
  return { id: text('id'), url: url === undefined ? undefined : canonicalUrl(url) }
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
