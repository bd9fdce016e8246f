import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Frame, Page } from '@playwright/test'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** Fewer passes than this mean that axe did not see the view at all. */
const fewestPasses = 10

interface AxeResult { passes: unknown[]; violations: { id: string; help: string; nodes: { html: string; failureSummary?: string }[] }[] }

/** What axe finds wrong with a page or an extension's frame, one line each; empty when all is well. */
export async function accessibilityProblems(view: Page | Frame): Promise<string[]> {
  await view.evaluate(source)
  const result = await view.evaluate<AxeResult, string[]>(
    (only) => Reflect.get(window, 'axe').run(document, { runOnly: { type: 'tag', values: only } }),
    tags,
  )
  const unseen = result.passes.length < fewestPasses ? [`only ${result.passes.length} checks passed: the view was not seen`] : []
  return [...unseen, ...result.violations.flatMap(({ id, help, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${help}\n    ${html.slice(0, 200)}\n    ${failureSummary ?? ''}`))]
}
