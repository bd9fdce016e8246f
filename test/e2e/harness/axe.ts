import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Code that runs axe in a document and answers with counts; `passes` guards against a root axe could not see into. */
export const axeCode = `(async () => {
  if (!globalThis.axe) { ${source} }
  const result = await globalThis.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
  return { passes: result.passes.length, violations: result.violations.map((v) => ({ id: v.id, nodes: v.nodes.map((n) => n.html.slice(0, 200) + ' ' + n.failureSummary) })) };
})()`
