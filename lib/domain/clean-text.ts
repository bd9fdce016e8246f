/** Controls but tab and line break, soft hyphen and other invisible marks, unpaired surrogates. */
const invisible = /(?![\t\n])\p{Cc}|[\u00AD\u200B\u2028\u2029\u2060\uFEFF]|\p{Cs}/gu
/** Direction marks that reach beyond their own text: embeddings, overrides, isolates and their ends. */
const directions = /[\u202A-\u202E\u2066-\u2069]/g
const openEnd = /(?:\p{Cs}|\p{M}|\u200D)+$/u

/**
 * Foreign text made fit to show: no control or invisible character, no direction mark that could turn the text around it,
 * at most `max` UTF-16 units with an ellipsis where cut, never inside an emoji. Markup is left alone: it is shown as text.
 */
export function cleanText(text: string, max: number): string {
  const bounded = text.length > max * 2 + 64 ? text.slice(0, max * 2 + 64) : text
  const clean = bounded.replaceAll('\r\n', '\n').replace(invisible, '').replace(directions, '').trim()
  return clean.length <= max ? clean : `${clean.slice(0, Math.max(0, max - 1)).replace(openEnd, '').trimEnd()}…`
}
