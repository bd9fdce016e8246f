// C0 and C1 controls but tab and line feed, and lone surrogates: they draw nothing, or worse.
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g

/**
 * Text of a CRM, an asset or a person made fit to be drawn: no control characters, at most `max` characters, never cut
 * within one. Works on strings of any size.
 */
export function clip(text: string, max = 200): string {
  const head = text.slice(0, max * 4 + 64).replace(controls, '').toWellFormed()
  const letters = Array.from(head)
  return letters.length > max ? `${letters.slice(0, max - 1).join('').trimEnd()}…` : head
}

/** The same for places that take no markup: direction is isolated by characters (Unicode FSI … PDI). */
export function isolate(text: string, max?: number): string {
  return `\u2068${clip(text, max)}\u2069`
}
