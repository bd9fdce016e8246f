import { malformed } from './errors.ts'
import type { ApiError } from '../api-error.ts'
import type { Comparator, Condition, Literal, Ordering, Path, Query } from './ast.ts'
import { type Token, tokenize } from './lexer.ts'

const comparators: Record<string, Comparator> = { '=': '=', '!=': '!=', '<>': '!=', '<': '<', '<=': '<=', '>': '>', '>=': '>=', LIKE: 'LIKE' }
const periods = ['TODAY', 'YESTERDAY', 'TOMORROW', 'LAST_N_DAYS', 'NEXT_N_DAYS']
const mostRows = 2000

/**
 * Parses the part of SOQL the sandbox speaks: one object, field paths or COUNT(), WHERE with semi-joins, ORDER BY, LIMIT, OFFSET.
 * AND and OR cannot be mixed without parentheses and NOT stands alone, as in the documented grammar. Throws MALFORMED_QUERY.
 */
export function parseQuery(soql: string): Query {
  const cursor = createCursor(soql)
  const query = readQuery(cursor)
  if (cursor.peek().kind !== 'end') throw cursor.unexpected()
  return query
}

interface Cursor {
  soql: string
  peek(): Token
  next(): Token
  /** Takes the next token if it is this word (any case) or symbol. */
  take(text: string): boolean
  expect(text: string): void
  unexpected(token?: Token): ApiError
}

function createCursor(soql: string): Cursor {
  const tokens = tokenize(soql)
  let position = 0
  const peek = (): Token => tokens[position] ?? { kind: 'end', text: '<EOF>', at: soql.length }
  const unexpected = (token = peek()): ApiError => malformed(soql, token.at, `unexpected token: '${token.text}'`)
  const take = (text: string): boolean => {
    const token = peek()
    if ((token.kind !== 'word' && token.kind !== 'symbol') || token.text.toUpperCase() !== text) return false
    position += 1
    return true
  }
  return {
    soql,
    peek,
    unexpected,
    take,
    next() {
      const token = peek()
      position += 1
      return token
    },
    expect(text) {
      if (!take(text)) throw unexpected()
    },
  }
}

function readQuery(cursor: Cursor): Query {
  cursor.expect('SELECT')
  const fields = readFields(cursor)
  cursor.expect('FROM')
  const object = readWord(cursor)
  const where = cursor.take('WHERE') ? readConditions(cursor) : undefined
  const orderBy = cursor.take('ORDER') ? readOrderBy(cursor) : []
  const limit = cursor.take('LIMIT') ? readCount(cursor) : undefined
  const offsetAt = cursor.peek().at
  const offset = cursor.take('OFFSET') ? readCount(cursor) : undefined
  if (offset !== undefined && offset > mostRows) throw malformed(cursor.soql, offsetAt, `Maximum SOQL offset allowed is ${mostRows}`)
  return { fields, object: object.text, objectAt: object.at, where, orderBy, limit, offset }
}

function readFields(cursor: Cursor): Path[] | 'count' {
  if (cursor.take('COUNT')) {
    cursor.expect('(')
    cursor.expect(')')
    return 'count'
  }
  const fields = [readPath(cursor)]
  while (cursor.take(',')) fields.push(readPath(cursor))
  return fields
}

function readWord(cursor: Cursor): Token {
  const token = cursor.next()
  if (token.kind !== 'word' || token.text.includes(':')) throw cursor.unexpected(token)
  return token
}

function readPath(cursor: Cursor): Path {
  const { text, at } = readWord(cursor)
  return { segments: text.split('.'), at }
}

function readCount(cursor: Cursor): number {
  const token = cursor.next()
  if (token.kind !== 'number' || !/^\d+$/.test(token.text)) throw cursor.unexpected(token)
  return Number(token.text)
}

function readOrderBy(cursor: Cursor): Ordering[] {
  cursor.expect('BY')
  const orderings: Ordering[] = []
  do {
    const path = readPath(cursor)
    const descending = cursor.take('DESC') || (cursor.take('ASC') && false)
    let nullsLast = false
    if (cursor.take('NULLS')) {
      nullsLast = cursor.take('LAST')
      if (!nullsLast) cursor.expect('FIRST')
    }
    orderings.push({ path, descending, nullsLast })
  } while (cursor.take(','))
  return orderings
}

function readConditions(cursor: Cursor): Condition {
  if (cursor.take('NOT')) return { kind: 'not', term: readCondition(cursor) }
  const first = readCondition(cursor)
  const kind = cursor.take('AND') ? 'and' : cursor.take('OR') ? 'or' : undefined
  if (kind === undefined) return first
  const terms = [first, readCondition(cursor)]
  while (cursor.take(kind.toUpperCase())) terms.push(readCondition(cursor))
  return { kind, terms }
}

function readCondition(cursor: Cursor): Condition {
  if (cursor.take('(')) {
    const inner = readConditions(cursor)
    cursor.expect(')')
    return inner
  }
  const path = readPath(cursor)
  const negated = cursor.take('NOT')
  if (negated || cursor.peek().text.toUpperCase() === 'IN') return readIn(cursor, path, negated)
  const operator = cursor.next()
  const comparator = comparators[operator.text.toUpperCase()]
  if (comparator === undefined || operator.kind === 'string') throw cursor.unexpected(operator)
  return { kind: 'compare', path, comparator, literal: readLiteral(cursor) }
}

function readIn(cursor: Cursor, path: Path, negated: boolean): Condition {
  cursor.expect('IN')
  cursor.expect('(')
  if (cursor.peek().text.toUpperCase() === 'SELECT') {
    const query = readQuery(cursor)
    cursor.expect(')')
    return { kind: 'semi-join', path, negated, query }
  }
  const literals = [readLiteral(cursor)]
  while (cursor.take(',')) literals.push(readLiteral(cursor))
  cursor.expect(')')
  return { kind: 'in', path, negated, literals }
}

function readLiteral(cursor: Cursor): Literal {
  const token = cursor.next()
  const { at, text } = token
  if (token.kind === 'string' || token.kind === 'date' || token.kind === 'datetime') return { type: token.kind, value: text, at }
  if (token.kind === 'number') return { type: 'number', value: Number(text), at }
  if (token.kind !== 'word') throw cursor.unexpected(token)
  const [word = '', days] = text.toUpperCase().split(':')
  if (word === 'NULL') return { type: 'null', value: null, at }
  if (word === 'TRUE' || word === 'FALSE') return { type: 'boolean', value: word === 'TRUE', at }
  if (periods.includes(word) && word.includes('_N_') === (days !== undefined)) return { type: 'period', value: word, days: Number(days ?? 0), at }
  throw cursor.unexpected(token)
}
