import { readFileSync } from 'node:fs'

const types = { js: 'text/javascript;charset=UTF-8', css: 'text/css;charset=UTF-8' } as const

/** Reads one of the page's own files at start. */
export function staticFile(name: `${string}.${keyof typeof types}`): { body: string; type: string } {
  const extension = name.slice(name.lastIndexOf('.') + 1) as keyof typeof types
  return { body: readFileSync(new URL(`static/${name}`, import.meta.url), 'utf8'), type: types[extension] }
}
