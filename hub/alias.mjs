import { existsSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'

// Lets bare Node run the project's own files: `@/…` is the folder above this one, and an import may leave out `.ts` or `/index.ts`.
const root = new URL('../', import.meta.url)

registerHooks({
  resolve(specifier, context, next) {
    const local = specifier.startsWith('@/') ? new URL(specifier.slice(2), root) : fromRelative(specifier, context.parentURL)
    const found = local && [local.href, `${local.href}.ts`, `${local.href}/index.ts`].find((href) => /\.\w+$/.test(href) && existsSync(fileURLToPath(href)))
    return next(found ? pathToFileURL(fileURLToPath(found)).href : specifier, context)
  },
})

function fromRelative(specifier, parent) {
  if (!specifier.startsWith('.') || !parent?.startsWith(root.href) || parent.includes('/node_modules/')) return undefined
  return new URL(specifier, parent)
}
