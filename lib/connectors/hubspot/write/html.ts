const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Paragraphs as HubSpot shows them in a note or task; every line is text, never markup. */
export function paragraphs(lines: readonly (string | undefined)[]): string {
  return lines.filter((line) => line !== undefined && line !== '').map((line) => `<p>${escaped(line ?? '')}</p>`).join('')
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character)
}
