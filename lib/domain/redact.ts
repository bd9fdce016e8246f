export interface Known {
  /** Names of people and companies that must not appear, whole words. */
  names?: readonly string[] | undefined
}

/** What every report may contain is what these leave over; in order, because a later one must not cut an earlier's match. */
const patterns: readonly [RegExp, string][] = [
  // Record keys and addresses first: they hold ids and hosts.
  [/\b(salesforce|hubspot):[a-z0-9.-]+:(lead|contact|account):[a-zA-Z0-9]+/g, '$1:$2:[id]'],
  [/\b([a-z][a-z0-9+.-]*:\/\/)(?:[^\s/?#"'<>@]*@)?([^\s/?#"'<>]*)[^\s"'<>)]*/gi, '$1$2/[path]'],
  [/\bmailto:[^\s"'<>]*/gi, 'mailto:[email]'],
  [/[^\s"'<>(),;:=[\]]+@[^\s"'<>(),;:[\]]+\.[^\s"'<>(),;:[\]]+/g, '[email]'],
  // Tokens: by the word before them, by their make, and whatever is long and random.
  [/\b(bearer|basic|token|oauth)\s+[\w.~+/!-]{8,}=*/gi, '$1 [secret]'],
  [/(["']?\b(?:access_?token|refresh_?token|id_?token|client_?secret|client_?id|code_?verifier|password|passwd|secret|api_?key|hapikey|authorization|sid|session_?id|code|state)["']?\s*[:=]\s*)(?:"[^"]*"|'[^']*'|[^\s,;&}]+)/gi, '$1[secret]'],
  [/\bpat-[a-z]{2}\d-[\w-]{10,}/gi, '[secret]'],
  [/\b00D[a-zA-Z0-9]{12,15}![\w.]+/g, '[secret]'],
  [/\b5Aep[\w.]{10,}/g, '[secret]'],
  [/\beyJ[\w-]{6,}(?:\.[\w-]*){0,4}/g, '[secret]'],
  [/(?<![\w-])(?=[\w-]*\d)(?=[\w-]*[a-zA-Z])(?![0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b)[\w-]{28,}/g, '[secret]'],
  // Record ids: Salesforce's 15 or 18 characters with a digit among them, HubSpot's numbers.
  [/\b(?=[a-zA-Z]*\d)[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?\b/g, '[id]'],
  [/(?<![\w.-])\d{5,20}(?![\w.-]*\w)/g, '[id]'],
]

const longestText = 20_000

/** The text without tokens, addresses of mail and web, names given, and record ids. For everything that leaves as a log, report or diagnosis. */
export function redact(text: string, known: Known = {}): string {
  const bounded = text.length > longestText ? `${text.slice(0, longestText)}…` : text
  const impersonal = patterns.reduce((redacted, [pattern, replacement]) => redacted.replace(pattern, replacement), bounded)
  return (known.names ?? []).reduce(withoutName, impersonal)
}

function withoutName(text: string, name: string): string {
  const parts = [name, ...name.split(/\s+/)].map((part) => part.trim()).filter((part) => part.length > 2)
  if (parts.length === 0) return text
  const source = parts.map((part) => part.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('|')
  return text.replace(new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, 'giu'), '[name]')
}

const secretKey = /token|secret|password|authorization|cookie|sid$|verifier/i
const personalKey = /^(?:name|firstName|lastName|email|company|title|note|query|subject|body|recordName|rep)$/
const deepest = 8

/** A value for a report: every text redacted, secrets and personal fields replaced whole, nothing deeper than eight levels. */
export function redactValue(value: unknown, known: Known = {}, depth = 0): unknown {
  if (typeof value === 'string') return redact(value, known)
  if (typeof value !== 'object' || value === null) return value
  if (depth >= deepest) return '[deep]'
  if (Array.isArray(value)) return value.map((entry) => redactValue(entry, known, depth + 1))
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [redact(key, known), redactEntry(key, entry, known, depth)]))
}

function redactEntry(key: string, entry: unknown, known: Known, depth: number): unknown {
  if (secretKey.test(key)) return '[secret]'
  if (personalKey.test(key) && typeof entry === 'string') return '[personal]'
  if (key === 'id' && typeof entry === 'string') return '[id]'
  return redactValue(entry, known, depth + 1)
}
