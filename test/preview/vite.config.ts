import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vite'
import { parse } from 'yaml'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const catalogue = here('../../locales/en.yml')

/** The message catalogue in a page without an extension around it. */
const messages = {
  name: 'messages',
  resolveId: (id: string) => (id === '#i18n' ? '\0messages' : undefined),
  load(id: string) {
    if (id !== '\0messages') return undefined
    return `const catalogue = ${JSON.stringify(parse(readFileSync(catalogue, 'utf8')))}
export const i18n = { t(key, ...rest) {
  const count = rest.find((value) => typeof value === 'number')
  const given = rest.find(Array.isArray) ?? (count === undefined ? [] : [String(count)])
  const entry = key.split('.').reduce((at, part) => at?.[part], catalogue)
  if (entry === undefined) { console.error('No message ' + key); return '' }
  const text = typeof entry === 'string' ? entry : entry[count] ?? entry.n
  return text.replace(/\\$(\\d)/g, (_, index) => given[index - 1] ?? '')
} }`
  },
}

/** Panel and desk on invented data, for looking at: \`vite --config test/preview/vite.config.ts\`. Never part of the package. */
export default defineConfig({
  root: here('.'),
  logLevel: 'error',
  plugins: [tailwindcss(), messages],
  resolve: { alias: { '@': here('../..') } },
  build: { outDir: here('../../.cache/preview'), emptyOutDir: true },
})
