const suffixAlphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345'
const base62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
/** Stands for the pod in every id the sandbox makes. */
const pod = '5g0'

/** Appends the three-character checksum that makes a 15-character id case-insensitive. */
export function toId18(id15: string): string {
  const groups = [id15.slice(0, 5), id15.slice(5, 10), id15.slice(10, 15)]
  const sum = (group: string): number => [...group].reduce((bits, char, index) => bits | (/[A-Z]/.test(char) ? 1 << index : 0), 0)
  return id15 + groups.map((group) => suffixAlphabet.charAt(sum(group))).join('')
}

/** The 18-character form of a 15- or 18-character id; undefined for anything else, a wrong checksum included. */
export function normalizeId(text: string): string | undefined {
  if (/^[A-Za-z0-9]{15}$/.test(text)) return toId18(text)
  if (!/^[A-Za-z0-9]{18}$/.test(text)) return undefined
  const id = toId18(text.slice(0, 15))
  return id === text ? id : undefined
}

/** The id a seeded record always has: made from its key, so that tests can name it. */
export function seedId(prefix: string, key: string): string {
  let high = 0x811c9dc5
  let low = 0x01000193
  for (const char of `${prefix}/${key}`) {
    high = Math.imul(high ^ char.charCodeAt(0), 0x01000193) >>> 0
    low = Math.imul(low + char.charCodeAt(0), 0x85ebca6b) >>> 0
  }
  let digits = ''
  for (let place = 0; place < 9; place += 1) {
    const pool = place % 2 === 0 ? high : low
    digits += base62.charAt((pool >>> (Math.floor(place / 2) * 6)) % 62)
  }
  return toId18(`${prefix}${pod}${digits}`)
}

/** The id of the nth record written to an org after its seed. */
export function writtenId(prefix: string, serial: number): string {
  return toId18(`${prefix}${pod}W${serial.toString(36).toUpperCase().padStart(8, '0')}`)
}
