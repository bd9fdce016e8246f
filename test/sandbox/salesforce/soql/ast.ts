/** A literal as written; `period` is a named date range such as `TODAY` or `LAST_N_DAYS:30`. */
export type Literal =
  | { type: 'string' | 'date' | 'datetime'; value: string; at: number }
  | { type: 'number'; value: number; at: number }
  | { type: 'boolean'; value: boolean; at: number }
  | { type: 'null'; value: null; at: number }
  | { type: 'period'; value: string; days: number; at: number }

/** A field path such as `Owner.Name`; `at` is its offset in the query text. */
export interface Path {
  segments: readonly string[]
  at: number
}

export type Comparator = '=' | '!=' | '<' | '<=' | '>' | '>=' | 'LIKE'

export type Condition =
  | { kind: 'and' | 'or'; terms: readonly Condition[] }
  | { kind: 'not'; term: Condition }
  | { kind: 'compare'; path: Path; comparator: Comparator; literal: Literal }
  | { kind: 'in'; path: Path; negated: boolean; literals: readonly Literal[] }
  | { kind: 'semi-join'; path: Path; negated: boolean; query: Query }

export interface Ordering {
  path: Path
  descending: boolean
  nullsLast: boolean
}

export interface Query {
  fields: readonly Path[] | 'count'
  object: string
  objectAt: number
  where: Condition | undefined
  orderBy: readonly Ordering[]
  limit: number | undefined
  offset: number | undefined
}
