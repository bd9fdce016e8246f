const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345'

/**
 * The 18-character form of a Salesforce id. Its last three characters say which of the first fifteen are capitals: one
 * character per five, lowest bit first. Anything else, and a wrong checksum, is no id.
 */
export function toLongId(id: string): string | undefined {
  if (!/^[a-zA-Z0-9]{15}([A-Z0-5]{3})?$/.test(id)) return undefined
  const short = id.slice(0, 15)
  const suffix = [0, 5, 10].map((start) => {
    const capitals = [0, 1, 2, 3, 4].filter((place) => /[A-Z]/.test(short.charAt(start + place)))
    return alphabet[capitals.reduce((bits, place) => bits + 2 ** place, 0)]
  })
  const long = short + suffix.join('')
  return id.length === 15 || id === long ? long : undefined
}
