/** What was typed with commas between, each once. */
export function splitWords(text: string): string[] {
  return [...new Set(text.split(',').map((word) => word.trim()).filter((word) => word !== ''))]
}

/** The day for a date field; empty without a moment. */
export function toDayField(at: number | undefined): string {
  if (at === undefined) return ''
  const date = new Date(at)
  return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`
}
