import { Parser } from 'htmlparser2'

const silent: ReadonlySet<string> = new Set(['script', 'style', 'template', 'noscript', 'iframe', 'svg'])
const blocks: ReadonlySet<string> = new Set(['p', 'div', 'br', 'li', 'h1', 'h2', 'h3', 'h4', 'tr', 'section', 'article', 'blockquote', 'figure', 'ul', 'ol'])
/** More than any abstract needs. */
const longestRead = 60_000

/** The words of a piece of HTML, without its markup and scripts; spaces and lines in their usual number. */
export function plainText(html: string, max = 4000): string {
  const bounded = html.slice(0, longestRead)
  if (!/[<&]/.test(bounded)) return tidy(bounded, max)
  let text = ''
  let muted = 0
  const parser = new Parser({
    onopentagname(name) {
      if (silent.has(name)) muted += 1
      if (blocks.has(name)) text += '\n'
    },
    ontext(part) {
      if (muted === 0) text += part
    },
    onclosetag(name) {
      if (silent.has(name)) muted -= 1
      if (blocks.has(name)) text += '\n'
    },
  }, { decodeEntities: true })
  parser.end(bounded)
  return tidy(text, max)
}

function tidy(text: string, max: number): string {
  return text.replace(/[^\S\n]+/g, ' ').replace(/ ?\n[\s]*/g, '\n').trim().slice(0, max)
}
