import { Parser } from 'htmlparser2'
import { AppError } from '@/lib/domain/errors'

export interface XmlNode { name: string; attributes: Record<string, string>; children: XmlNode[]; text: string }

const deepest = 60
const mostNodes = 300_000

/**
 * XML as a plain tree; names in lower case with their prefix. Documents that declare entities are refused: they can be made to
 * grow without bound, and no feed needs them.
 * @throws AppError `bad-reply`
 */
export function parseXml(text: string): XmlNode {
  if (/<!ENTITY|<!DOCTYPE[^>]*\[/i.test(text)) throw new AppError('bad-reply', { detail: 'DOCTYPE' })
  const root: XmlNode = { name: '', attributes: {}, children: [], text: '' }
  const open = [root]
  let nodes = 0
  const parser = new Parser({
    onopentag(name, attributes) {
      nodes += 1
      if (nodes > mostNodes || open.length > deepest) throw new AppError('bad-reply', { detail: 'XML' })
      const node: XmlNode = { name: name.toLowerCase(), attributes: { ...attributes }, children: [], text: '' }
      open.at(-1)?.children.push(node)
      open.push(node)
    },
    ontext(part) {
      const node = open.at(-1)
      if (node) node.text += part
    },
    onclosetag() {
      if (open.length > 1) open.pop()
    },
  }, { xmlMode: true, decodeEntities: true })
  parser.end(text)
  const top = root.children[0]
  if (!top) throw new AppError('bad-reply', { detail: 'XML' })
  return top
}

export function childrenOf(node: XmlNode | undefined, ...names: string[]): XmlNode[] {
  return node?.children.filter(({ name }) => names.includes(name)) ?? []
}

/** Text of the first child of one of these names, in the order of the names; empty where there is none. */
export function textOf(node: XmlNode | undefined, ...names: string[]): string {
  for (const name of names) {
    const text = childrenOf(node, name)[0]?.text.trim()
    if (text) return text
  }
  return ''
}
