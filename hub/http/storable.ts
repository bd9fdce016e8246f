/** Escapes of what no database keeps in text: NUL, and halves of characters, as a text cut inside an emoji ends with. */
const unstorable = /\\u(?:0000|d[89a-f])/i

/** JSON whose text can be stored: one entry of a batch that holds what cannot be must not stop the others. @throws SyntaxError */
export function parseStorable(text: string): unknown {
  return unstorable.test(text) ? JSON.parse(text, (_, value: unknown) => withStorableKeys(typeof value === 'string' ? storable(value) : value)) : JSON.parse(text)
}

function withStorableKeys(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [storable(key), entry]))
}

function storable(text: string): string {
  return text.replaceAll('\0', '').toWellFormed()
}
