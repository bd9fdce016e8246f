import { malformed } from './errors.ts'

export interface Token {
  kind: 'word' | 'string' | 'number' | 'date' | 'datetime' | 'symbol' | 'end'
  /** As written, but for strings: unescaped. */
  text: string
  at: number
}

const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', '"': '"', "'": "'", '\\': '\\' }

const shapes: readonly [Token['kind'], RegExp][] = [
  ['datetime', /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?(?:Z|[+-]\d{2}:?\d{2})/y],
  ['date', /\d{4}-\d{2}-\d{2}(?![\dT])/y],
  ['number', /[+-]?\d+(?:\.\d+)?/y],
  ['word', /[A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z_][A-Za-z0-9_]*)*(?::\d+)?/y],
  ['symbol', /!=|<>|<=|>=|[=<>(),]/y],
]

/** Cuts a query into tokens; the last is always `end`. Throws MALFORMED_QUERY. */
export function tokenize(soql: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  while (at < soql.length) {
    if (/\s/.test(soql.charAt(at))) {
      at += 1
      continue
    }
    const token = soql.charAt(at) === "'" ? stringAt(soql, at) : shapeAt(soql, at)
    tokens.push(token.token)
    at = token.next
  }
  return [...tokens, { kind: 'end', text: '<EOF>', at: soql.length }]
}

function shapeAt(soql: string, at: number): { token: Token; next: number } {
  for (const [kind, shape] of shapes) {
    shape.lastIndex = at
    const text = shape.exec(soql)?.[0]
    if (text !== undefined) return { token: { kind, text, at }, next: at + text.length }
  }
  throw malformed(soql, at, `unexpected char: '${soql.charAt(at)}'`)
}

/** Keeps `\%` and `\_` escaped, since only LIKE gives them a meaning. */
function stringAt(soql: string, start: number): { token: Token; next: number } {
  let text = ''
  for (let at = start + 1; at < soql.length; at += 1) {
    const char = soql.charAt(at)
    if (char === "'") return { token: { kind: 'string', text, at: start }, next: at + 1 }
    if (char !== '\\') {
      text += char
      continue
    }
    const escaped = soql.charAt(at + 1)
    const unicode = /^u([0-9a-fA-F]{4})/.exec(soql.slice(at + 1))?.[1]
    if (unicode !== undefined) text += String.fromCharCode(Number.parseInt(unicode, 16))
    else if (escaped === '%' || escaped === '_') text += `\\${escaped}`
    else if (escapes[escaped.toLowerCase()] !== undefined) text += escapes[escaped.toLowerCase()]
    else throw malformed(soql, at, `Illegal escape sequence in string literal: '\\${escaped}'`)
    at += unicode === undefined ? 1 : 5
  }
  throw malformed(soql, start, "unexpected char: '''")
}
